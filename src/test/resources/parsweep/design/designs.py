"""Prints designs.txt: python3 designs.py > designs.txt

A row is: design | number of points | number of dimensions | seed | index | coordinates ...
The coordinates are those of SciPy and NumPy for sobol, halton and random. What is scrambled or permuted is computed here
from NumPy's Philox, in whole numbers and fractions, as the Javadoc describes it and not as the Java code does it.
"""
from fractions import Fraction
import math

import numpy as np
import scipy
from scipy.stats import qmc

POINT, JITTER, PERMUTATION, SCRAMBLING = range(4)
U64 = 2**64 - 1


def stream(seed, purpose, position):
    key = np.array([seed, 1], dtype=np.uint64)
    return np.random.Generator(np.random.Philox(key=key, counter=[0, position, purpose, 0]))


def row(design, count, dimensions, seed, index, point):
    print(design, count, dimensions, seed, index, " ".join(repr(float(x)) for x in point), sep=" | ")


def random(seed, index, dimensions):
    return stream(seed, POINT, index).random(dimensions)


def mix(z):
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & U64
    z = (z ^ z >> 27) * 0x94D049BB133111EB & U64
    return z ^ z >> 31


def permutation(n, keys, x):
    a = math.isqrt(n - 1) + 1
    b = -(-n // a)
    while True:
        right, left = divmod(x, a)
        for first, second in zip(keys[::2], keys[1::2]):
            left = (left + ((mix(right ^ first) >> 1) * a >> 63)) % a
            right = (right + ((mix(left ^ second) >> 1) * b >> 63)) % b
        x = left + a * right
        if x < n:
            return x


def latin_hypercube(seed, index, count, dimensions):
    jitter = stream(seed, JITTER, index).random(dimensions)
    strata = [permutation(count, [int(k) for k in stream(seed, PERMUTATION, j).bit_generator.random_raw(20)], index)
              for j in range(dimensions)]
    return [min((k + u) / count, math.nextafter((k + 1) / count, 0)) for k, u in zip(strata, jitter)]


def directions(dimensions):
    """Of 53 bits, as the coordinates of the points whose Gray code is a power of 2; SciPy gives the first 20."""
    points = qmc.Sobol(dimensions, scramble=False, bits=53).random(2**20)
    return [[int(points[2 ** (k + 1) - 1][j] * 2**53) for k in range(20)] for j in range(dimensions)]


def scrambled_sobol(seed, index, numbers):
    """Matrix times vector over GF(2), row by row."""
    point = []
    for j, row_of in enumerate(numbers):
        raw = [int(r) >> 11 for r in stream(seed, SCRAMBLING, j).bit_generator.random_raw(54)]
        x = 0
        for k in range(20):
            if (index ^ index >> 1) >> k & 1:
                x ^= row_of[k]
        bits = [x >> (52 - b) & 1 for b in range(53)]
        y = 0
        for r in range(53):
            matrix = [raw[r] >> (52 - b) & 1 for b in range(r)] + [1]
            y = 2 * y + sum(m * b for m, b in zip(matrix, bits)) % 2
        point.append(Fraction(y ^ raw[53], 2**53))
    return point


def scrambled_halton(seed, index, primes):
    point = []
    for j, base in enumerate(primes):
        draws = stream(seed, SCRAMBLING, j)
        x, rest, weight = Fraction(0), index, Fraction(1)
        while weight * 2**53 > 1:
            digits = list(range(base))
            for i in range(base - 1, 0, -1):
                other = int(draws.random() * (i + 1))
                digits[i], digits[other] = digits[other], digits[i]
            weight /= base
            x += digits[rest % base] * weight
            rest //= base
        point.append(x)
    return point


print("# Printed by designs.py with NumPy", np.__version__, "and SciPy", scipy.__version__)
sobol = qmc.Sobol(6, scramble=False, bits=53).random(2**16)
for i in [*range(16), 100, 1023, 1024, 12345, 65535]:
    row("sobol", 65536, 6, "", i, sobol[i])
wide = qmc.Sobol(1000, scramble=False, bits=53).random(1024)
for i in [0, 1, 2, 3, 500, 1023]:
    row("sobol", 1024, 1000, "", i, wide[i])
halton = qmc.Halton(6, scramble=False).random(2**16)
for i in [*range(16), 100, 1023, 1024, 12345, 65535]:
    row("halton", 65536, 6, "", i, halton[i])
wide = qmc.Halton(100, scramble=False).random(1024)
for i in [0, 1, 540, 541, 1023]:
    row("halton", 1024, 100, "", i, wide[i])
for seed in [0, 1, 2**53]:
    for i in [0, 1, 2**40 + 7, 2**53 - 1]:
        row("random", 2**53, 9, seed, i, random(seed, i, 9))
for seed in [0, 1, 2**53]:
    for count in [1, 2, 3, 10, 997, 10**6, 2**53]:
        for i in sorted({0, count // 3, count - 1}):
            row("latin-hypercube", count, 3, seed, i, latin_hypercube(seed, i, count, 3))
numbers = directions(5)
for seed in [0, 1, 2**53]:
    for i in [0, 1, 2, 12345, 1000000]:
        row("scrambled sobol", 2**20, 5, seed, i, scrambled_sobol(seed, i, numbers))
for seed in [0, 1, 2**53]:
    for i in [0, 1, 2, 12345, 2**53 - 1]:
        row("scrambled halton", 2**53, 6, seed, i, scrambled_halton(seed, i, [2, 3, 5, 7, 11, 13]))
