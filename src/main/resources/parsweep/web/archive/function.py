"""The model of the sweep: a function of Python, called as the service calls it. Written by Parsweep.

The function's own code is in the folder "code" beside this file, or in the one that the environment variable CODE names.
Generators are made by NumPy, and only for a function that asks for one by a parameter "rng".
"""
import importlib
import inspect
import os
import sys

FUNCTION = "@FUNCTION@"
SEED = @SEED@  # of the sweep
FILES = @FILES@
CODE = os.environ.get("CODE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "code"))

_missing = [name for name in FILES if not os.path.exists(os.path.join(CODE, name))]
if _missing:
    sys.exit("%s is missing in %s (expected: the files of the model @MODEL@, version @VERSION@;"
             " CODE=... says where they are)" % (_missing[0], CODE))
sys.path.insert(0, CODE)
_module, _, _path = FUNCTION.partition(":")
_function = importlib.import_module(_module)
for _part in _path.split("."):
    _function = getattr(_function, _part)
_signature = inspect.signature(_function).parameters
_takes_all = any(p.kind == p.VAR_KEYWORD for p in _signature.values())


def simulate(point, row):
    arguments = {name: value for name, value in point.items() if _takes_all or name in _signature}
    if "rng" in _signature and "rng" not in point:
        from numpy.random import Generator, Philox
        arguments["rng"] = Generator(Philox(key=[SEED % 2**64, 0], counter=[0, int(row["index"]), 0, 0]))
    if "seed" in _signature and "seed" not in point:
        arguments["seed"] = int(row["seed"])
    outputs = _function(**arguments)
    if isinstance(outputs, dict):
        return outputs
    names = @OUTPUTS@
    return dict(zip(names, outputs if len(names) > 1 else [outputs]))
