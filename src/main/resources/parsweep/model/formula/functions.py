"""The formulas of the sweep, in Python. Written by Parsweep; needs nothing but Python 3.8.

Dividing by zero and the like give infinities and NaN, as they do in the service, hence the functions. Arithmetic and
square roots agree with the service bit for bit; sin, exp, pow and their siblings come from this machine's C library and
may differ by some units in the last place.
"""
import builtins
import math

pi, e, inf, nan = math.pi, math.e, math.inf, math.nan


def div(a, b):
    if b != 0:
        return a / b
    return nan if a == 0 or a != a else math.copysign(inf, a) * math.copysign(1.0, b)


def mod(a, b):
    if b == 0 or b != b or not math.isfinite(a):
        return nan
    remainder = math.fmod(a, b)
    if remainder == 0:
        return math.copysign(0.0, b)
    return remainder if (remainder < 0) == (b < 0) else remainder + b


def pow(x, y):
    if y == 2:
        return x * x
    if y == 0.5 and x > 0:
        return math.sqrt(x)
    try:
        return math.pow(x, y)
    except OverflowError:
        return -inf if x < 0 and math.fmod(y, 2) != 0 else inf
    except ValueError:
        if x != 0:
            return nan
        return math.copysign(inf, x) if math.fmod(y, 2) in (1, -1) else inf


def abs(x):
    return math.fabs(x)


def sign(x):
    return 0.0 if x == 0 else x if x != x else math.copysign(1.0, x)


def floor(x):
    return math.copysign(float(math.floor(x)), x) if math.isfinite(x) else x


def ceil(x):
    return math.copysign(float(math.ceil(x)), x) if math.isfinite(x) else x


def round(x):
    return math.copysign(float(builtins.round(x)), x) if math.isfinite(x) else x


def min(a, b):
    if a != a or b != b:
        return nan
    return b if b < a or b == a and math.copysign(1.0, b) < 0 else a


def max(a, b):
    if a != a or b != b:
        return nan
    return b if b > a or b == a and math.copysign(1.0, b) > 0 else a


def cbrt(x):
    if x == 0 or not math.isfinite(x):
        return x
    root = math.copysign(math.fabs(x) ** (1 / 3), x)
    return root - (root - x / root / root) / 3


def _total(function):
    def total(*x):
        try:
            return function(*x)
        except OverflowError:
            return inf
        except ValueError:
            return nan
    return total


def sinh(x):
    try:
        return math.sinh(x)
    except OverflowError:
        return math.copysign(inf, x)


def _logarithm(function, zero):
    return lambda x: function(x) if x > zero else -inf if x == zero else nan


def lgamma(x):
    try:
        return math.lgamma(x)
    except (OverflowError, ValueError):  # beyond all doubles; at a pole
        return inf


sqrt = _total(math.sqrt)
hypot = _total(math.hypot)
exp, expm1, cosh, gamma = _total(math.exp), _total(math.expm1), _total(math.cosh), _total(math.gamma)
log, log2, log10 = _logarithm(math.log, 0), _logarithm(math.log2, 0), _logarithm(math.log10, 0)
log1p = _logarithm(math.log1p, -1)
sin, cos, tan = _total(math.sin), _total(math.cos), _total(math.tan)
asin, acos, atan, atan2 = _total(math.asin), _total(math.acos), math.atan, math.atan2
tanh, erf, erfc = math.tanh, math.erf, math.erfc
