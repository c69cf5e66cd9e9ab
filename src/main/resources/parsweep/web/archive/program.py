"""The model of the sweep: a program, started and read as the service does it. Written by Parsweep.

The program's files are in the folder "code" beside this file, or in the one that the environment variable CODE names.
What the service does besides is left out: limits of memory and time, isolation, and variables that may be secret.
"""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from multiprocessing.util import Finalize

RECIPE = json.loads(@RECIPE@)
FILES = @FILES@
HERE = os.path.dirname(os.path.abspath(__file__))
CODE = os.path.abspath(os.environ.get("CODE", os.path.join(HERE, "code")))

_missing = [name for name in FILES if not os.path.exists(os.path.join(CODE, name))]
if _missing:
    sys.exit("%s is missing in %s (expected: the files of the model @MODEL@, version @VERSION@;"
             " CODE=... says where they are)" % (_missing[0], CODE))
for _name in RECIPE["executables"]:  # which ZIP archives do not tell
    _path = os.path.join(CODE, _name)
    if not os.access(_path, os.X_OK):
        os.chmod(_path, os.stat(_path).st_mode | 0o111)

with open(os.path.join(HERE, "model.json"), encoding="utf-8") as _file:
    MANIFEST = json.load(_file)
PARAMETERS = MANIFEST.get("parameters", {})
OUTPUTS = {name: declared["type"] for name, declared in MANIFEST["outputs"].items()}

_worker = None  # the process of this one that stays, by protocol: worker


def rendered(template, row, scratch):
    """A text whose placeholders are values: those of parameters as results.csv has them."""
    values = {"model": CODE, "scratch": scratch}
    if row is not None:
        values.update({name: row[name] for name in ["index", "seed", *PARAMETERS]})
    return re.sub(r"\{([A-Za-z_][A-Za-z0-9_]*)\}", lambda found: values.get(found[1], found[0]), str(template))


def line(point, row):
    numbers = [("index", row["index"]), ("seed", row["seed"])]
    values = [(name, json.dumps(v) if isinstance(v, str) else row[name]) for name, v in point.items()]
    return "{%s}\n" % ",".join('"%s":%s' % pair for pair in numbers + values)


def launch(row, scratch, **pipes):
    program, *arguments = RECIPE["command"]
    if "/" in program:
        program = os.path.join(CODE, program)
    environment = {name: "1" for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                                          "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"]}
    environment.update(os.environ, PARSWEEP_MODEL=CODE, PARSWEEP_SCRATCH=scratch)
    environment.update({name: rendered(text, row, scratch) for name, text in RECIPE["env"].items()})
    return subprocess.Popen([program] + [rendered(argument, row, scratch) for argument in arguments], cwd=scratch,
                            env=environment, stdout=subprocess.PIPE, encoding="utf-8", **pipes)


def real(text):
    return float(text.strip().lower().replace("d", "e"))


def converted(name, value):
    """An output as it is declared, whatever the format could say."""
    kind = OUTPUTS[name]
    if kind == "array":
        return [real(x) if isinstance(x, str) else float(x) for x in value]
    if kind == "text" or not isinstance(value, str):
        return value
    if kind == "boolean":
        return value.strip().lower() in ("true", "1")
    return real(value)


def from_json(text):
    text = text.strip()
    outputs = json.loads(text if text.startswith("{") else text.rpartition("\n")[2])
    if "error" in outputs and "error" not in OUTPUTS:
        raise RuntimeError(outputs["error"])
    return outputs


def from_lines(text):
    outputs = {}
    for found in map(re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)\s*[=:\s]\s*(.*?)\s*").fullmatch, text.splitlines()):
        if found and OUTPUTS.get(found[1]) == "array":
            outputs[found[1]] = re.split(r"[\s,]+", found[2]) if found[2] else []
        elif found:
            outputs[found[1]] = found[2]
    return outputs


def from_csv(text):
    head, *rows = [row for row in csv.reader(io.StringIO(text)) if row]
    columns = {name.strip(): [row[i] for row in rows] for i, name in enumerate(head)}
    return {name: column if OUTPUTS.get(name) == "array" else column[-1] for name, column in columns.items()}


def run_process(point, row):
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in RECIPE["files"].items():
            if not isinstance(content, str):
                with open(os.path.join(CODE, content["template"]), encoding="utf-8") as file:
                    content = file.read()
            target = os.path.join(scratch, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "w", encoding="utf-8", newline="") as file:
                file.write(rendered(content, row, scratch))
        process = launch(row, scratch, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        printed, errors = process.communicate(line(point, row) if RECIPE["stdin"] else "")
        if process.returncode != 0:
            raise RuntimeError("exit code %d: %s" % (process.returncode, errors[-1500:].strip()))
        if RECIPE["resultFile"]:
            with open(os.path.join(scratch, RECIPE["resultFile"]), encoding="utf-8", newline="") as file:
                printed = file.read()
    return {"JSON": from_json, "LINES": from_lines, "CSV": from_csv}[RECIPE["result"]](printed)


def end(worker, scratch):
    worker.kill()
    worker.wait()
    scratch.cleanup()


def run_worker(point, row):
    global _worker
    if _worker is None:
        scratch = tempfile.TemporaryDirectory()
        worker = launch(None, scratch.name, stdin=subprocess.PIPE)
        Finalize(None, end, (worker, scratch), exitpriority=1)
        if worker.stdout.readline().strip() != "ready":
            raise RuntimeError("it does not print ready")
        _worker = worker
    _worker.stdin.write(line(point, row))
    _worker.stdin.flush()
    answer = _worker.stdout.readline()
    if not answer:
        worker, _worker = _worker, None
        raise RuntimeError("exit code %d" % worker.wait())
    return from_json(answer)


def simulate(point, row):
    outputs = (run_worker if RECIPE["protocol"] == "worker" else run_process)(point, row)
    return {name: converted(name, outputs[name]) for name in OUTPUTS}
