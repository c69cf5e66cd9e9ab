"""Computes the points of results.csv again, by multiprocessing.Pool.map, and compares.

    python3 rerun.py [--processes N] [--rtol 1e-9] [--points N]

Needs Python 3.8 and nothing else. Exit code 0: no output of a point that was done differs by more than rtol; 1: some do.
"""
import argparse
import csv
import itertools
import json
import math
import multiprocessing
import os
import struct
import sys
import time

from model import simulate

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS_AT_A_TIME = 100_000  # so that a sweep of any size takes no more memory than this many rows

with open(os.path.join(HERE, "model.json"), encoding="utf-8") as file:
    MANIFEST = json.load(file)


def value(text, declared):
    kind = declared["type"]
    if kind == "boolean":
        return text == "true"
    return {"integer": int, "real": float, "array": json.loads}.get(kind, str)(text)


def point(row):
    return {name: value(row[name], declared) for name, declared in MANIFEST.get("parameters", {}).items()}


def run(row):
    try:
        return simulate(point(row), row)
    except Exception as e:  # one bad point is one bad row
        return e


def numbers(output):
    if isinstance(output, (list, tuple)):
        return [float(x) for x in output]
    return [float(output)]


def difference(expected, got):
    """0 if equal bit for bit (NaNs are), else relative to the larger of the two."""
    if expected != expected and got != got or struct.pack("<d", expected) == struct.pack("<d", got):
        return 0.0
    largest = max(abs(expected), abs(got))
    if not math.isfinite(largest):
        return math.inf
    return abs(expected - got) / largest if largest > 0 else sys.float_info.min


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--processes", type=int, default=os.cpu_count(), help="that compute at a time")
    arguments.add_argument("--rtol", type=float, default=1e-9, help="relative difference that is put up with")
    arguments.add_argument("--points", type=int, help="only so many, from the first")
    options = arguments.parse_args()

    done = skipped = equal = values = 0
    worst, worst_at, different = 0.0, "", []
    started = time.perf_counter()
    csv.field_size_limit(sys.maxsize)
    with open(os.path.join(HERE, "results.csv"), newline="", encoding="utf-8") as file, \
            multiprocessing.Pool(options.processes) as pool:
        rows = itertools.islice(csv.DictReader(file), options.points)
        while True:
            some = list(itertools.islice(rows, ROWS_AT_A_TIME))
            if not some:
                break
            todo = [row for row in some if row["status"] == "done"]
            skipped += len(some) - len(todo)
            for row, outputs in zip(todo, pool.map(run, todo)):
                done += 1
                for name, declared in MANIFEST["outputs"].items():
                    expected = value(row[name], declared)
                    where = "%s of point %s" % (name, row["index"])
                    if isinstance(outputs, Exception):
                        differs, what = math.inf, "%s: %s" % (type(outputs).__name__, outputs)
                    elif declared["type"] == "text":
                        values += 1
                        differs, what = (0.0 if outputs[name] == expected else math.inf), outputs[name]
                        equal += differs == 0
                    else:
                        before, now = numbers(expected), numbers(outputs[name])
                        each = [difference(a, b) for a, b in zip(before, now)]
                        values += len(before)
                        equal += each.count(0.0)
                        differs, what = max(each, default=0.0) if len(before) == len(now) else math.inf, outputs[name]
                    if differs > worst:
                        worst, worst_at = differs, where
                    if differs > options.rtol:
                        different.append("%s: %s here, %s there" % (where, what, row[name]))
                        different = different[:1000]
        pool.close()
        pool.join()  # so that they tidy up
    seconds = time.perf_counter() - started
    print("%d points computed by Pool.map with %d processes in %.2f s; %d that were not done left out"
          % (done, options.processes, seconds, skipped))
    print("%d of %d values equal bit for bit; largest relative difference %.2g%s"
          % (equal, values, worst, " (%s)" % worst_at if worst_at else ""))
    for line in different[:20]:
        print("DIFFERS:", line[:500])
    print("OK" if not different else "%s outputs differ by more than %g"
          % (len(different) if len(different) < 1000 else "1000 or more", options.rtol))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
