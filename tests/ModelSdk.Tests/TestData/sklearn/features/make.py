"""Writes features.json: what scikit-learn makes of small inputs. Run with scikit-learn 1.2: python3 make.py"""

import json
import warnings

import numpy as np
import sklearn
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.preprocessing import MinMaxScaler, QuantileTransformer, RobustScaler, StandardScaler
from sklearn.utils import murmurhash3_32

warnings.simplefilter("ignore")
random = np.random.default_rng(5)
fitted = np.round(np.concatenate([random.normal(3, 2, 140), random.exponential(9, 100), np.repeat([1.5, 4.0], 15)]), 3)
probes = np.concatenate([fitted[::17], [-1e6, -3.25, 0.0, 1.5, 3.999, 4.0, 17.25, 1e6, fitted.min(), fitted.max()]])


def scaled(scaler):
    return scaler.fit(fitted[:, None]).transform(probes[:, None])[:, 0].tolist()


texts = [
    "The quick brown fox", "the lazy dog, the LAZY cat", "Ærø straße ΠΟΛΥ", "a b a", "quick  quick \tfox!", "42 is not 24", "naïve café 日本語", "x",
    "The quick brown fox", "to be or not to be", "_snake_case and kebab-case", "ÀÉÎ õü Ñandú",
]
unseen = ["a quick new dog", "nothing known", "THE FOX", ""]


def tfidf(analyzer, ngrams, seed, buckets):
    # Whole runs of word characters; characters with white space shrunk to one space.
    analyze = CountVectorizer(analyzer=analyzer, ngram_range=ngrams, token_pattern=r"(?u)\b\w+\b").build_analyzer()

    def counts(documents):
        matrix = np.zeros((len(documents), buckets))
        for row, document in enumerate(documents):
            for ngram in analyze(document):
                matrix[row, murmurhash3_32(ngram, seed=seed, positive=True) % buckets] += 1
        return matrix

    transformer = TfidfTransformer(smooth_idf=True, norm="l2").fit(counts(texts))
    return {
        "frequencies": (counts(texts) > 0).sum(axis=0).tolist(),
        "values": transformer.transform(counts(texts + unseen)).toarray().tolist(),
    }


json.dump(
    {
        "sklearn": sklearn.__version__,
        "fitted": fitted.tolist(),
        "probes": probes.tolist(),
        "Standard": scaled(StandardScaler()),
        "MinMax": scaled(MinMaxScaler()),
        "Robust": scaled(RobustScaler()),
        "Quantile": scaled(QuantileTransformer(n_quantiles=100, output_distribution="uniform", subsample=10**9)),
        "texts": texts,
        "unseen": unseen,
        "words": tfidf("word", (1, 1), 0, 32),
        "wordPairs": tfidf("word", (1, 2), 0, 64),
        "characters": tfidf("char", (3, 5), 1, 48),
        "hashes": [[text, seed, int(murmurhash3_32(text, seed=seed, positive=True))] for text in ["", "a", "ab", "abc", "abcd", "hello, world", "日本語"] for seed in [0, 1, 42]],
    },
    open("features.json", "w"),
    ensure_ascii=False,
    indent=1,
)
