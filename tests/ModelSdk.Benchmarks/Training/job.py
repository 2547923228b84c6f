"""CSV, one-hot, least squares, evaluated on a fifth of the rows, by pandas and scikit-learn: python3 job.py FILE"""
import resource
import sys
import time

import pandas
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

start = time.perf_counter()
frame = pandas.read_csv(sys.argv[1]).drop(columns="churn")
train, test = train_test_split(frame, test_size=0.2, random_state=1)
numbers = [name for name in frame if name.startswith("n")]
texts = [name for name in frame if name.startswith("c")]
model = make_pipeline(
    make_column_transformer(
        (SimpleImputer(add_indicator=True), numbers), (OneHotEncoder(drop="first", handle_unknown="ignore"), texts)
    ),
    LinearRegression(),
)
model.fit(train[numbers + texts], train["y"])
predicted = model.predict(test[numbers + texts])
rmse = mean_squared_error(test["y"], predicted) ** 0.5
mean_absolute_error(test["y"], predicted)
r2_score(test["y"], predicted)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"pandas+scikit-learn seconds={seconds:.2f} peak_MiB={peak:.0f} RMSE={rmse:.4f}")
