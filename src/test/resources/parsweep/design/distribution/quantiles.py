"""Prints quantiles.txt: python3 quantiles.py > quantiles.txt

A row is: distribution | arguments | u | quantile, computed by mpmath with 60 digits from exactly the doubles given, and
rounded to a double. Normal quantiles are roots of u - ncdf(z), truncated ones of the share of the tail that lies above.
"""
import math

import mpmath as mp

mp.mp.dps = 60
US = [0.0, 2.0**-60, 1e-9, 0.001, 0.02, 0.25, 0.425, 0.5, 0.6180339887, 0.75, 0.975, 0.999, 1 - 2.0**-30, 1 - 2.0**-53]


def tail(z):
    return mp.erfc(z / mp.sqrt(2)) / 2


def bisect(f, low, high):
    """The root of an increasing function."""
    for _ in range(220):
        middle = (low + high) / 2
        low, high = (low, middle) if f(middle) > 0 else (middle, high)
    return (low + high) / 2


def uniform(u, low, high):
    return low + (high - low) * u


def loguniform(u, low, high):
    return low * (high / low) ** u


def normal(u, mean, sd):
    return mean + sd * bisect(lambda z: tail(-z) - u, mp.mpf(-40), mp.mpf(40))


def truncnormal(u, mean, sd, low, high):
    a, b = (low - mean) / sd, (high - mean) / sd
    if a + b < 0:
        return -truncnormal(1 - u, -mean, sd, -high, -low)
    start = tail(a)
    share = lambda z: (start - tail(z)) / (start - tail(b)) - u
    return mean + sd * bisect(share, a, b)


def triangular(u, low, mode, high):
    before = (mode - low) / (high - low)
    if u <= before:
        return low + mp.sqrt(u * (high - low) * (mode - low))
    return high - mp.sqrt((1 - u) * (high - low) * (high - mode))


def rows(f, *args):
    for u in US:
        if f is normal and u == 0:
            continue
        with mp.workdps(60):
            value = f(mp.mpf(u), *map(mp.mpf, args))
        print(f.__name__, ", ".join(map(repr, args)), repr(u), repr(float(value)), sep=" | ")


print("# Printed by quantiles.py with mpmath", mp.__version__)
rows(uniform, -1.0, 3.0)
rows(uniform, 0.1, 0.7)
rows(loguniform, 0.001, 10.0)
rows(loguniform, 1e-300, 1e300)
rows(normal, 0.0, 1.0)
rows(normal, -5.0, 0.25)
rows(truncnormal, 0.0, 1.0, -1.0, 2.0)
rows(truncnormal, 10.0, 3.0, 0.0, 100.0)
rows(truncnormal, 0.0, 1.0, -9.0, 9.0)
rows(truncnormal, 0.0, 1.0, 1.5, 12.0)
rows(truncnormal, 0.0, 1.0, 2.0, 2.5)
rows(truncnormal, 0.0, 1.0, 8.0, 9.0)
rows(truncnormal, 0.0, 1.0, -30.0, -8.0)
rows(truncnormal, 0.0, 1.0, 40.0, 50.0)
rows(truncnormal, 0.0, 1.0, -1000.0, -999.0)
rows(truncnormal, 5.0, 0.01, 6.0, 7.0)
rows(truncnormal, 0.0, 1.0, 20.0, 20.000001)
rows(triangular, 0.0, 1.0, 4.0)
rows(triangular, -2.0, -2.0, 1.0)
rows(triangular, -2.0, 1.0, 1.0)
