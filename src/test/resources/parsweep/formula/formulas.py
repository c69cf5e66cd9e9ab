"""Prints formulas.txt: python3 formulas.py > formulas.txt

A row is: formula | values of a, b, c | units in the last place that may differ | value
The formula is evaluated as Python, on NumPy's doubles, once ^ is ** and c ? x : y is (x if c else y). Comparisons and
logic are made numbers. What may differ is nothing for arithmetic and for what IEEE 754 rounds correctly; else the errors of two libraries.
"""
import ast
import math
import re
import sys

import numpy as np

FUNCTIONS = {
    "abs": np.abs, "sign": np.sign, "floor": np.floor, "ceil": np.ceil, "round": np.rint, "sqrt": np.sqrt, "cbrt": np.cbrt,
    "min": lambda *a: np.minimum.reduce(a), "max": lambda *a: np.maximum.reduce(a), "mod": np.mod, "pow": np.power,
    "hypot": lambda *a: np.float64(math.hypot(*a)), "exp": np.exp, "expm1": np.expm1, "log": np.log, "log10": np.log10, "log2": np.log2,
    "log1p": np.log1p, "sin": np.sin, "cos": np.cos, "tan": np.tan, "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan,
    "atan2": np.arctan2, "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh,
    "erf": lambda x: np.float64(math.erf(x)), "erfc": lambda x: np.float64(math.erfc(x)),
    "gamma": lambda x: np.float64(math.gamma(x)), "lgamma": lambda x: np.float64(math.lgamma(x)),
}
CONSTANTS = {"pi": np.float64(np.pi), "e": np.float64(np.e), "inf": np.float64(np.inf), "nan": np.float64(np.nan),
             "true": np.float64(1), "false": np.float64(0)}
ROUNDED = {"abs", "sign", "floor", "ceil", "round", "sqrt", "min", "max", "mod"}
SPECIAL = {"erf", "erfc", "gamma", "lgamma"}
NAMES = ("a", "b", "c")


class Doubles(ast.NodeTransformer):
    """Every number a NumPy double, every truth 1 or 0."""

    def wrap(self, node):
        self.generic_visit(node)
        return ast.Call(ast.Name("double", ast.Load()), [node], [])

    def visit_Constant(self, node):
        return ast.Call(ast.Name("double", ast.Load()), [node], [])

    visit_Compare = wrap

    def visit_BoolOp(self, node):
        self.generic_visit(node)
        node.values = [ast.Call(ast.Name("bool", ast.Load()), [value], []) for value in node.values]
        return ast.Call(ast.Name("double", ast.Load()), [node], [])

    def visit_UnaryOp(self, node):
        return self.wrap(node) if isinstance(node.op, ast.Not) else self.generic_visit(node)


def row(formula, values=(2.0, 3.0, 5.0), python=None):
    text = (python or formula).replace("^", "**").strip()
    tree = ast.fix_missing_locations(Doubles().visit(ast.parse(text, mode="eval")))
    scope = {"double": np.float64, "bool": bool, **FUNCTIONS, **CONSTANTS, **dict(zip(NAMES, map(np.float64, values)))}
    with np.errstate(all="ignore"):
        value = float(eval(compile(tree, formula, "eval"), scope))
    called = set(re.findall(r"[a-z0-9]+(?=\()", text)) - {"and", "or", "not", "if", "else"}
    ulps = 128 if called & SPECIAL else 4 if called - ROUNDED or "**" in text else 0
    print(formula, ", ".join(repr(float(v)) for v in values), ulps, repr(value), sep=" | ")


print("# Printed by formulas.py with Python", sys.version.split()[0], "and NumPy", np.__version__)

print("# Numbers and constants")
for formula in ["0", "1", "1.5", ".5", "5.", "1e3", "1E-3", "2.5e+2", "1e-999", "0.1", "123456789012345678", "4.9e-324",
                "1.7976931348623157e308", "pi", "e", "inf", "-inf", "nan", "true", "false", "  1 ", "(((7)))"]:
    row(formula)

print("# Arithmetic, precedence and associativity")
for formula in ["1/2", "7/2*3", "1/3", "0.1+0.2", "a+b*c", "(a+b)*c", "a-b-c", "a-(b-c)", "a/b/c", "a/(b/c)", "a*b/c", "a/b*c", "a-b+c",
                "7%3", "-7%3", "7%-3", "-7%-3", "a*b%c", "a%b*c", "5.5%2", "-5.5%2", "-a", "--a", "---a", "+a", "-+-a", "a--b", "a-+b", "a*-b",
                "a+-b*c", "1/0", "-1/0", "0/0", "5%0", "0*-1", "1e308*10", "5%inf", "-5%inf"]:
    row(formula)

print("# Power: right associative, tighter than a sign before it, looser than a sign after it")
for formula in ["a^b", "a**b", "a^b^a", "(a^b)^a", "-a^b", "-a^2", "(-a)^2", "a^-b", "a^-b^a", "2^-1", "-2^-2", "a*b^a", "a^b*c", "-a^2*b", "2^0.5",
                "0^0", "(-8)^(1/3)", "(-2)^3", "(-2)^-3", "2^1023", "2^1024", "2^-1074", "10^15", "10^16", "10^17", "10^-5", "1.1^7", "1.1^-7", "1.7^16",
                "0.3^-16", "1e-20^3", "1e18^16", "(1/3)^5", "inf^2", "inf^-1", "nan^0", "0^-1", "(-inf)^3", "(-inf)^0.5", "2^(1/3)", "a^c",
                "1.0000001^16", "pi^3", "pi^4", "pi^-6", "pi^12", "0.5^2", "2^+1", "-a^-b^-1", "a^b/c", "1/a^b", "a+b^a-c"]:
    row(formula)

print("# Comparisons, also in chains")
for formula in ["a<b", "b<a", "a<=2", "a>=2", "a>2", "a==2", "a!=2", "a<b<c", "a<c<b", "c>b>a", "a<b>a", "a<b==b<c", "1<2<3<4<5", "1<2<3<3<5", "1<3>2!=0",
                "a+1<b+1", "(a<b)<c", "(a<b)*c", "(a<b)+(b<c)+(c<a)", "a<(b<c)", "nan==nan", "nan!=nan", "nan<1", "nan>=1", "1<nan<2", "0==-0", "inf>1e308",
                "-a<b", "a^2>b", "1==1==1", "2==2==1"]:
    row(formula)

print("# Logic")
for formula in ["a<b and b<c", "a<b and c<b", "a>b or b<c", "a>b or c<b", "not a<b", "not a>b", "not not a", "not a", "not 0", "not nan", "a and b", "0 and b",
                "0 or b", "0 or 0", "1 or 0 and 0", "(1 or 0) and 0", "not 0 and 0", "not (0 and 0)", "not 0 or 1", "a and b and c", "0 or 0 or c",
                "not a==b", "nan and 1", "a<b and 1/0", "true and not false", "1 + (not 0)", "-(a and b)"]:
    row(formula)

print("# Conditionals, the loosest of all and right associative")
for formula, python in [("a<b ? 1 : 2", "1 if a<b else 2"), ("a>b ? 1 : 2", "1 if a>b else 2"), ("a ? b : c", "b if a else c"), ("0 ? b : c", "b if 0 else c"),
                        ("0 ? 1 : 0 ? 2 : 3", "1 if 0 else (2 if 0 else 3)"), ("1 ? 0 ? 1 : 2 : 3", "(1 if 0 else 2) if 1 else 3"),
                        ("(0 ? 1 : 0) ? 2 : 3", "2 if (1 if 0 else 0) else 3"), ("0 or 0 ? 1 : 2 + 3", "1 if (0 or 0) else 2 + 3"),
                        ("a > 2 ? 1/0 : a == 2 ? b^2 : 0", "1/0 if a > 2 else (b**2 if a == 2 else 0)"), ("1 + (a<b ? 10 : 20) * 2", "1 + (10 if a<b else 20) * 2"),
                        ("nan ? 1 : 2", "1 if nan else 2"), ("-0 ? 1 : 2", "1 if -0.0 else 2"), ("not a ? 1 : 2", "1 if (not a) else 2")]:
    row(formula, python=python)

print("# Functions")
ARGUMENTS = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.0, 2.5, -2.5, 3.5, 1e-10, -1e-300, 0.3, 0.7, 10.0, -7.25, 100.0, 1e5, 700.0, 1e300, math.inf, -math.inf, math.nan]
for name in sorted(set(FUNCTIONS) - {"atan2", "hypot", "max", "min", "mod", "pow"}):
    for x in ARGUMENTS:
        if name == "gamma" and not (x > 0 or x % 1 > 0):
            continue  # poles, for which Python raises
        if name == "lgamma" and x <= 0 and x % 1 == 0:
            row("lgamma(a)", (x, 0.0, 0.0), python="inf")
            continue  # for which Python raises too
        if name in ("sin", "cos", "tan") and abs(x) > 1e5 and math.isfinite(x):
            continue  # below, by known values
        try:
            row(f"{name}(a)", (x, 0.0, 0.0))
        except OverflowError:
            row(f"{name}(a)", (x, 0.0, 0.0), python="inf")
for name in ["atan2", "hypot", "max", "min", "mod", "pow"]:
    for x, y in [(3.0, 4.0), (-3.0, 4.0), (3.0, -4.0), (-3.0, -4.0), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0), (5.5, 2.0), (-5.5, 2.0), (2.0, 0.5),
                 (1e200, 1e200), (1e-200, 3.0), (math.inf, 1.0), (1.0, math.inf), (-1.0, math.inf), (math.nan, 1.0), (1.0, math.nan), (0.1, 0.3)]:
        row(f"{name}(a, b)", (x, y, 0.0))
for formula in ["min(a, b, c)", "max(a, b, c)", "min(c, b, a, 1)", "max(a, a + b, 1 / a, c ^ 2)", "hypot(a, b, c)", "log2(8)", "log2(1/1024)", "log10(1000)", "sqrt(2)",
                "sqrt(-1)", "sin(pi/6)", "cos(0)", "atan2(1, 1) * 4", "exp(1)", "round(0.5)", "round(1.5)", "round(-2.5)", "floor(-0.5)", "ceil(-0.5)",
                "a * sin(b) + c^2", "exp(-a^2 / 2) / sqrt(2 * pi)", "sin(a)^2 + cos(a)^2", "log(exp(b))", "(a + b) / (a - b) * hypot(a, b)", "gamma(6)", "gamma(0.5)^2", "gamma(141.5)", "gamma(143)", "gamma(171.5)", "gamma(-20.5)", "gamma(-143.25)", "gamma(-170.5)", "lgamma(0.3)", "lgamma(-1e-20)", "lgamma(-20.5)", "lgamma(-170.25)", "lgamma(-1e6 - 0.5)",
                "erf(1e-7)", "erf(-9e-7)", "erf(1.1e-6)", "erfc(3)",
                "max(min(a, 1), 0)", "abs(-a - b)", "sign(-c) * c"]:
    row(formula)
