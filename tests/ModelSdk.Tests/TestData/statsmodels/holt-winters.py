"""Writes holt-winters.json: exponential smoothing by statsmodels 0.13.5 on the airline passengers without the last 24 months.

Run: /usr/bin/python3 holt-winters.py (Debian 12: apt-get install python3-statsmodels)

"forecast" continues from statsmodels' last level, trend and season. "statsmodelsForecast" is what its own forecast() returns, which for the last
position of the season uses the value before the last update (version 0.13.5, ExponentialSmoothing._predict).
"""
import csv
import json
import pathlib
import warnings

import numpy as np
from statsmodels.tsa.holtwinters import ExponentialSmoothing

warnings.filterwarnings("ignore")
here = pathlib.Path(__file__).parent
with open(here / "../airline-passengers/data.csv", encoding="utf-8") as file:
    values = np.array([float(row["Passengers"]) for row in csv.DictReader(file)])
training, test = values[:-24], values[-24:]
scale = np.mean(np.abs(training[12:] - training[:-12]))
results = []
for season, name in (("add", "Additive"), ("mul", "Multiplicative")):
    fit = ExponentialSmoothing(training, trend="add", seasonal=season, seasonal_periods=12, initialization_method="estimated").fit()
    line = fit.level[-1] + fit.trend[-1] * np.arange(1, 25)
    last = fit.season[-12:][np.arange(24) % 12]
    forecast = line * last if season == "mul" else line + last
    own = fit.forecast(24)
    results.append({
        "trend": "Additive",
        "season": name,
        "sse": fit.sse,
        "alpha": fit.params["smoothing_level"],
        "mase": np.mean(np.abs(forecast - test)) / scale,
        "statsmodelsMase": np.mean(np.abs(own - test)) / scale,
        "forecast": forecast.tolist(),
        "statsmodelsForecast": own.tolist(),
    })
(here / "holt-winters.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
