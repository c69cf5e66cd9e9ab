"""Prints sensitivity.txt, by NumPy and SciPy: python3 sensitivity.py > sensitivity.txt

Outputs are made by whole numbers and exactly rounded operations, so that the test makes the same doubles; the
estimators are written out from the papers, in other words than the code's. A row is:
method | statistic | values joined by commas
"""
import numpy as np
from scipy import stats


def noise(k):
    return ((k * 7919 + 104729) % 10007) / 1024.0 + 1e4  # far from zero, so that centring matters


def row(method, statistic, values):
    print(method, statistic, ", ".join(repr(float(v)) for v in np.ravel(values)), sep=" | ")


# Saltelli: 500 blocks of 3 parameters: A, AB_1..3, BA_1..3, B
d, n = 3, 500
y = noise(np.arange(n * (2 * d + 2), dtype=np.int64)).reshape(n, -1)
ab = np.concatenate([y[:, 0], y[:, -1]])
y = y - ab.mean()
A, AB, BA, B = y[:, 0], y[:, 1:1 + d], y[:, 1 + d:1 + 2 * d], y[:, -1]
V = ab.var()
S1 = [np.mean(B * (AB[:, j] - A)) / V for j in range(d)]
row("saltelli", "S1", S1)
row("saltelli", "ST", [np.mean((A - AB[:, j]) ** 2) / (2 * V) for j in range(d)])
row("saltelli", "S2", [np.mean(BA[:, j] * AB[:, k] - A * B) / V - S1[j] - S1[k] for j in range(d) for k in range(j + 1, d)])

# Morris: 40 trajectories, 3 parameters
e = noise(np.arange(40 * 3, dtype=np.int64)).reshape(40, 3) - 1e4 - 5
row("morris", "mu", e.mean(axis=0))
row("morris", "muStar", np.abs(e).mean(axis=0))
row("morris", "sigma", e.std(axis=0, ddof=1))

# Fourier: 3 curves of 201 samples, frequency 25, 4 harmonics
curves = noise(np.arange(3 * 201, dtype=np.int64)).reshape(3, 201)
spectra = np.abs(np.fft.fft(curves - curves.mean(axis=1, keepdims=True), axis=1)) ** 2 / 201**2
V = curves.var(axis=1).sum()
row("fast", "S1", 2 * spectra[:, [25, 50, 75, 100]].sum() / V)
row("fast", "ST", 1 - 2 * spectra[:, 1:13].sum() / V)

# Ranks: 1000 points, 3 parameters with ties, the last a noisy copy of the first
k = np.arange(1000, dtype=np.int64)
x = np.array([(k * 7919) % 997, (k * 104729) % 10, ((k * 7919) % 997) + (k * 31) % 400], dtype=float)
out = x[0] * x[0] / 512 + 64 * x[1] + (k * 1299709) % 211
r = np.array([stats.rankdata(v) for v in [*x, out]])
row("ranks", "spearman", [stats.spearmanr(v, out).statistic for v in x])


def residual(v, others):
    M = np.column_stack([np.ones(len(v)), *others])
    return v - M @ np.linalg.lstsq(M, v, rcond=None)[0]


prcc = []
for j in range(3):
    others = [r[i] for i in range(3) if i != j]
    prcc.append(np.corrcoef(residual(r[j], others), residual(r[3], others))[0, 1])
row("ranks", "prcc", prcc)
groups = [out[x[1] == v] for v in np.unique(x[1])]
within = sum(((g - g.mean()) ** 2).sum() for g in groups)
row("ranks", "epsilon", 1 - within / ((out - out.mean()) ** 2).sum() * (len(out) - 1) / (len(out) - len(groups)))
