"""Prints summaries.txt, by NumPy and SciPy: python3 summaries.py > summaries.txt

Data are made by whole numbers and exactly rounded operations, so that the test makes the same doubles. A row is:
data set | size | statistic | value, or values joined by commas
"""
import math

import numpy as np
from scipy import stats

DATA = {
    # uniform, in a scrambled order, with ties
    "uniform": lambda k: ((k * 7919 + 104729) % 10007) / 128.0 - 30.0,
    # far from zero: what a naive sum of squares loses
    "offset": lambda k: 1e9 + ((k * 7919) % 1009) / 1024.0,
    # heavy tail, both signs
    "tail": lambda k: 1.0 / (((k * 7919) % 10007) - 5003.5) ** 3,
    # whole numbers with many ties
    "integers": lambda k: ((k * k + 3 * k) % 17) * 1.0,
    "constant": lambda k: k * 0.0 + 2.5,
}
PROBABILITIES = [0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0]


def row(name, size, statistic, values):
    print(name, size, statistic, ", ".join(repr(float(v)) for v in np.atleast_1d(values)), sep=" | ")


for name, make in DATA.items():
    for size in (2, 7, 1000, 10000):
        x = make(np.arange(size, dtype=np.int64))
        row(name, size, "sum", math.fsum(x))
        row(name, size, "mean", math.fsum(x) / size)
        row(name, size, "std", np.std(x.astype(np.longdouble), ddof=1))
        row(name, size, "sem", np.std(x.astype(np.longdouble), ddof=1) / np.sqrt(np.longdouble(size)))
        if x.std() > 0:
            row(name, size, "interval", stats.t.interval(0.95, size - 1, loc=x.mean(), scale=stats.sem(x)))
        row(name, size, "quantiles", np.quantile(x, PROBABILITIES))
        for bins in (1, 10, 64):
            counts, edges = np.histogram(x, bins=bins)
            row(name, size, f"edges {bins}", edges)
            row(name, size, f"counts {bins}", counts)
