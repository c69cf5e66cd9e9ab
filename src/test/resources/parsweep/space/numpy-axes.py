"""Prints numpy-axes.txt: python3 numpy-axes.py > numpy-axes.txt

A row is: function | arguments | number of values | position:value ...
Arange is cut where NumPy's rounding reaches the stop, which NumPy documents as a flaw: arange(1, 1.3, 0.1) ends with 1.3.
"""
import numpy as np

rng = np.random.default_rng(20261123)


def row(name, *args):
    with np.errstate(over="ignore"):  # geomspace up to the largest double overflows on its way to an end that it replaces
        values = getattr(np, name)(*args)
    if name == "arange":
        values = values[values < args[1]] if args[2] > 0 else values[values > args[1]]
    n = len(values)
    shown = range(n) if n <= 12 else [0, 1, 2, 3, n // 3, n // 2, n - 4, n - 3, n - 2, n - 1]
    print(name, ", ".join(map(repr, args)), n, " ".join(f"{i}:{float(values[i])!r}" for i in shown), sep=" | ")


def number():
    return float(np.round(rng.normal() * 10.0 ** rng.integers(-3, 4), rng.integers(1, 9))) + 0.0


print("# Printed by numpy-axes.py with NumPy", np.__version__)
for args in [(0.0, 1.0, 11), (0.0, 1.0, 0), (5.0, 9.0, 1), (3.0, 3.0, 4), (1.0, 0.0, 7), (-2.5, 2.5, 6), (0.0, 0.1, 4),
             (0.0, 1.0, 50), (-1.0, 1.0, 3), (0.1, 0.7, 7), (1e16, 1e16 + 6, 4), (0.0, 5e-324, 5), (0.0, 1e-322, 9),
             (1.0, 1.0000000000000004, 9), (-1e308, 7e307, 5), (0.0, 100.0, 101), (0.0, 1.0, 1000001), (-7.3, 11.9, 99999),
             (-0.0, 1.0, 1), (-0.0, -1.0, 1), (-0.0, 1.0, 2), (-0.0, -1.0, 2), (-0.0, -0.0, 3), (-1.0, -0.0, 3)]:
    row("linspace", *args)
for _ in range(60):
    row("linspace", number(), number(), int(rng.integers(1, 2000)))
for args in [(0.0, 1.0, 0.1), (1.0, 1.3, 0.1), (0.0, 0.3, 0.1), (0.5, 2.1, 0.2), (1.0, 0.0, -0.1), (1.3, 1.0, -0.1),
             (0.0, 100.0, 1.0), (2.0, 202.0, 2.0), (5.0, 5.0, 1.0), (5.0, 1.0, 1.0), (1.0, 5.0, -1.0), (0.0, 1.0, 3.0),
             (-3.0, 3.0, 1.0), (10.0, -10.0, -2.5), (0.0, 1.0, 1e-6), (1e16, 1e16 + 20, 2.0), (0.1, 1000.1, 0.1),
             (-0.0, 1.0, 0.5), (-0.0, -1.0, -0.5), (-1.0, 1.0, 0.5)]:
    row("arange", *args)
for _ in range(60):
    step = number() or 1.0
    start = number()
    row("arange", start, start + step * float(rng.integers(0, 3000)) / 3, step)
for args in [(0.0, 3.0, 4), (-3.0, 3.0, 7), (0.0, 3.0, 0), (2.0, 5.0, 1), (3.0, -3.0, 5), (-300.0, 300.0, 9), (0.0, 1.0, 100)]:
    row("logspace", *args)
row("logspace", 0.0, 10.0, 11, True, 2.0)
row("logspace", -2.0, 2.0, 9, True, 0.5)
for args in [(1.0, 1000.0, 4), (1.0, 1000.0, 0), (7.0, 9.0, 1), (1000.0, 1.0, 7), (-1.0, -1000.0, 4), (-0.01, -7.0, 5),
             (3.0, 3.0, 5), (1e-300, 1e300, 9), (0.3, 7.7, 200), (2.0, 1e6, 33),
             (1.0, 1.7976931348623157e308, 5), (-5e-324, -1.7976931348623157e308, 5)]:
    row("geomspace", *args)
