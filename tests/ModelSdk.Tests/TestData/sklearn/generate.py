"""Writes linear-models.json: what scikit-learn 1.2.1 and SciPy 1.10.1 make of one small data set. Run: python3 generate.py"""
import json
import pathlib

import numpy as np
import scipy.stats
from sklearn import __version__
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, PoissonRegressor, QuantileRegressor, Ridge

random = np.random.default_rng(20260727)
rows, width = 80, 6
x = np.round(random.normal(size=(rows, width)) * [1, 10, 0.1, 3, 2, 1] + [0, 50, 1, -20, 5, 0], 4)
x[:, 5] = np.round(x[:, 0] + 0.3 * x[:, 5], 4)
mean, scale = x.mean(axis=0), x.std(axis=0)
z = (x - mean) / scale
signal = 2 * z[:, 0] - 1.5 * z[:, 1] + 0.5 * z[:, 3]
regression = np.round(7 + signal + random.normal(size=rows) * 1.5, 4)
binary = (signal + random.normal(size=rows) * 2 > 0.5).astype(int)
classes = np.digitize(signal + random.normal(size=rows), [-1.5, 1.5])
counts = random.poisson(np.exp(0.4 + 0.25 * signal))
weights = np.round(random.uniform(0, 3, size=rows), 2)
weights[::9] = 0
models = []


def pinball(prediction, quantile, sample):
    difference = regression - prediction
    return float(np.average(np.maximum(quantile * difference, (quantile - 1) * difference), weights=sample))


# n_samples / (n_classes * np.bincount(y)) of compute_class_weight, with the sums of the sample weights in the place of the numbers of rows.
def balanced(label, sample):
    sums = np.bincount(label, weights=sample)
    return sample * (sample.sum() / (len(sums) * sums))[label]


def add(trainer, label, settings, model, weighted=False, intercept=True, figure=None, sample=None, **fit):
    design = z if intercept else x / scale
    sample = weights if weighted and sample is None else sample
    model.fit(design, {"regression": regression, "binary": binary, "classes": classes, "counts": counts}[label], sample_weight=sample, **fit)
    coefficients = np.atleast_2d(model.coef_)
    origin = np.atleast_1d(model.intercept_) - (coefficients @ (mean / scale) if intercept else 0)
    entry = {"trainer": trainer, "label": label, "weighted": weighted, "settings": settings,
             "coefficients": coefficients.tolist(), "intercepts": np.broadcast_to(origin, len(coefficients)).tolist()}
    if figure:
        entry["objective"] = figure(model, design, sample)
    models.append(entry)


for weighted in (False, True):
    for alpha in (1.0, 25.0):
        add("Ridge", "regression", {"Alpha": str(alpha)}, Ridge(alpha=alpha), weighted)
    add("Ridge", "regression", {"Alpha": "2", "FitIntercept": "false"}, Ridge(alpha=2, fit_intercept=False), weighted, intercept=False)
    for alpha in (0.05, 0.4):
        add("Lasso", "regression", {"Alpha": str(alpha)}, Lasso(alpha=alpha, tol=1e-14, max_iter=1000000), weighted)
    add("Lasso", "regression", {"Alpha": "0.3", "FitIntercept": "false"}, Lasso(alpha=0.3, fit_intercept=False, tol=1e-14, max_iter=1000000), weighted, intercept=False)
    add("ElasticNet", "regression", {"Alpha": "0.3", "L1Ratio": "0.4"}, ElasticNet(alpha=0.3, l1_ratio=0.4, tol=1e-14, max_iter=1000000), weighted)
    tight = {"tol": 1e-12, "max_iter": 1000000}
    newton = {"solver": "newton-cg", "tol": 1e-9, "max_iter": 1000}
    add("LogisticRegression", "binary", {"L2": "0.5"}, LogisticRegression(C=2, **newton), weighted)
    add("LogisticRegression", "classes", {"L2": "0.5"}, LogisticRegression(C=2, **newton), weighted)
    add("LogisticRegression", "binary", {"L2": "0", "L1": "2"}, LogisticRegression(C=0.5, penalty="l1", solver="saga", **tight), weighted)
    add("LogisticRegression", "classes", {"L2": "0", "L1": "2"}, LogisticRegression(C=0.5, penalty="l1", solver="saga", **tight), weighted)
    add("LogisticRegression", "binary", {"L2": "0.75", "L1": "0.25"}, LogisticRegression(C=1, penalty="elasticnet", l1_ratio=0.25, solver="saga", **tight), weighted)
    if weighted:
        add("LogisticRegression", "binary", {"L2": "1", "ClassWeight": "Balanced"}, LogisticRegression(C=1, **newton), weighted, sample=balanced(binary, weights))
    else:
        add("LogisticRegression", "binary", {"L2": "1", "ClassWeight": "Balanced"}, LogisticRegression(C=1, class_weight="balanced", **newton))
    for alpha in (0.0, 0.3):
        add("PoissonRegression", "counts", {"Alpha": str(alpha)}, PoissonRegressor(alpha=alpha, tol=1e-12, max_iter=100000), weighted)
    for quantile in (0.1, 0.5, 0.8):
        for alpha in (0.0, 0.05):
            figure = lambda model, design, sample, q=quantile, a=alpha: pinball(model.predict(design), q, sample) + a * float(np.abs(model.coef_).sum())
            add("QuantileRegression", "regression", {"Quantile": str(quantile), "Alpha": str(alpha)},
                QuantileRegressor(quantile=quantile, alpha=alpha, solver="highs"), weighted, figure=figure)

statistics = []
for weighted in (False, True):
    sample = weights if weighted else np.ones(rows)
    design = np.column_stack([np.ones(rows), x])
    inverse = np.linalg.inv(design.T @ (sample[:, None] * design))
    coefficients = inverse @ design.T @ (sample * regression)
    freedom = int((sample > 0).sum()) - width - 1
    deviation = np.sqrt((sample * (regression - design @ coefficients) ** 2).sum() / freedom)
    errors = deviation * np.sqrt(np.diag(inverse))
    statistics.append({"weighted": weighted, "values": coefficients.tolist(), "errors": errors.tolist(), "deviation": float(deviation), "degreesOfFreedom": freedom,
                       "probabilities": (2 * scipy.stats.t.sf(np.abs(coefficients / errors), freedom)).tolist()})

student = [{"t": t, "degrees": n, "probability": float(2 * scipy.stats.t.sf(t, n))}
           for n in (1, 2, 3, 7, 30, 200, 1000, 1000000) for t in (0.0, 0.01, 0.5, 1.0, 1.96, 4.0, 12.0, 37.0)]
result = {"source": f"scikit-learn {__version__}, SciPy {scipy.__version__}, generate.py", "x": x.T.tolist(), "regression": regression.tolist(), "binary": binary.tolist(),
          "classes": classes.tolist(), "counts": counts.tolist(), "weights": weights.tolist(), "models": models, "statistics": statistics, "student": student}
pathlib.Path(__file__).with_name("linear-models.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
