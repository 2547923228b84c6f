"""What LinearSpeed.cs measures, by scikit-learn, on the numbers that it wrote: python3 linear_speed.py FOLDER"""
import statistics
import sys
import time

import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression

folder = sys.argv[1]
x = np.fromfile(f"{folder}/x.bin").reshape(-1, 20)
for model, target in ((LinearRegression(), "y"), (LogisticRegression(C=1.0), "label")):
    y = np.fromfile(f"{folder}/{target}.bin")
    wall, processor = [], []
    for _ in range(9):
        start, used = time.perf_counter(), time.process_time()
        model.fit(x, y)
        wall.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - used))
    objective = ""
    if target == "label":
        margin = x @ model.coef_[0] + model.intercept_[0]
        objective = f" objective={np.mean(np.logaddexp(0, np.where(y == 1, -margin, margin))) + 0.5 * np.sum(model.coef_ ** 2) / len(y):.12f}"
    print(f"scikit-learn_{type(model).__name__} milliseconds={statistics.median(wall):.0f} cpu_milliseconds={statistics.median(processor):.0f}{objective}")
