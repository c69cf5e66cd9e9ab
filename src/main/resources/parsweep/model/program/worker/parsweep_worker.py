"""The other end of a Python simulation: imports a function and calls it with one point after the other.

Started by the service, never by hand. Points come in on what was standard input, answers go out on what was standard
output; the simulation itself may print whatever it likes, which ends up on standard error. Needs Python 3.8.

The first line in is JSON: where the code is, the name of the function, names and types of parameters and outputs. The
first line out is JSON: the order in which the function wants its arguments, or why it cannot be called. Then come points,
packed little-endian in that order, and answers as frames:

    n > 0   int32 n, int32 m, m times double seconds, m times int32 points, and for each output n numbers: points that
            have succeeded, m times so many of them in so many seconds
    -1      int32 -1, int32 length, and so many bytes: double seconds, byte status, and
            status 0: the outputs of one point, texts and arrays with their length in front
            status 1, 2: a message in UTF-8: the point has failed; its outputs are not as declared
"""

import importlib
import inspect
import json
import operator
import os
import select
import struct
import sys
import time
import traceback
import warnings
from array import array
from itertools import islice

clock = time.perf_counter

# Answers wait for each other at most so long: a write wakes the service, which takes the processor for some 20 us.
FLUSH_SECONDS = 0.003

# Points are timed together, and share the time evenly, as long as all of them take no more than this, and there are no
# more of them than that: a look at the clock costs up to a tenth of a microsecond, as much as the call of a function.
SHARED_SECONDS = 50e-6
SHARED_POINTS = 32

NUMBER_CODES = {"real": "d", "integer": "q", "boolean": "?"}


class Channel:
    """What were standard input and output, out of the simulation's reach.

    Of one process: children that the simulation forks and does not end itself end where they would come back to us, for
    two that answer put all later answers out of step.
    """

    def __init__(self):
        self.process = os.getpid()
        self.is_child = False  # as far as Python knows, which it need not ask the system
        os.register_at_fork(after_in_child=self.forked)
        self.input = os.dup(0)
        self.output = os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(2, 1)
        os.set_blocking(self.output, False)
        self.waiting = b""

    def line(self):
        while b"\n" not in self.waiting:
            self.waiting += os.read(self.input, 65536) or sys.exit()
        line, self.waiting = self.waiting.split(b"\n", 1)
        return line

    def read(self):
        """All there is, at least a byte; nothing at the end."""
        self.end_child()
        if self.waiting:
            data, self.waiting = self.waiting, b""
            return data
        return os.read(self.input, 65536)

    def write(self, data):
        """Reads on while nobody reads, so that both ends never wait for each other."""
        self.end_child()
        data = memoryview(data)
        while data:
            try:
                data = data[os.write(self.output, data) :]
            except BlockingIOError:
                readable, _, _ = select.select([self.input], [self.output], [])
                if readable:
                    more = os.read(self.input, 65536)
                    if not more:
                        sys.exit()  # the service is gone
                    self.waiting += more

    def forked(self):
        self.is_child = True

    def end_child(self, error=None):
        """Ends this process if it is a child, as Python would after the error."""
        if os.getpid() == self.process:
            return
        code = 0 if error is None else 1
        try:
            if isinstance(error, SystemExit):
                if error.code is None or isinstance(error.code, int):
                    code = error.code or 0
                else:
                    print(error.code, file=sys.stderr)
            elif error is not None:
                traceback.print_exception(type(error), error, error.__traceback__)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code & 0xFF)


class Points:
    """Takes points apart: as tuples of arguments, in the order of the function's."""

    def __init__(self, codes):
        self.texts = [i for i, code in enumerate(codes) if code == "text"]
        self.fixed = struct.Struct("<" + "".join("i" if code == "text" else code for code in codes))
        self.rest = b""

    def of(self, data):
        """The number of points, and a function that gives those from one on, up to another."""
        data = self.rest + data if self.rest else data
        if self.texts:
            points = self.with_texts(data)
            return len(points), lambda start, end: points[start:end]
        size = self.fixed.size
        count = len(data) // size
        self.rest = data[count * size :]
        view = memoryview(data)[: count * size]
        return count, lambda start, end: self.fixed.iter_unpack(view[start * size : end * size])

    def with_texts(self, data):
        points = []
        start = 0
        while len(data) - start >= self.fixed.size:
            values = list(self.fixed.unpack_from(data, start))
            end = start + self.fixed.size
            if len(data) - end < sum(values[i] for i in self.texts):
                break
            for i in self.texts:
                text, end = data[end : end + values[i]], end + values[i]
                values[i] = text.decode("utf-8")
            points.append(values)
            start = end
        self.rest = data[start:]
        return points


class InvalidOutput(Exception):
    pass


class Failure:
    """In the place of the result of a point that has failed."""

    def __init__(self, error):
        self.message = describe(error).encode("utf-8", "replace")


def shown(value):
    text = repr(value)
    return text if len(text) <= 80 else text[:80] + "..."


def real(value):
    if isinstance(value, (str, bytes, bytearray)):
        raise InvalidOutput(shown(value) + " (expected: a number)")
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError, Warning):
        raise InvalidOutput(shown(value) + " (expected: a number)") from None


def integer(value):
    try:
        number = operator.index(value)
    except TypeError:
        return whole(value)
    if not -(2**63) <= number < 2**63:
        raise InvalidOutput(shown(value) + " (expected: a whole number from -2**63 to 2**63 - 1)")
    return number


def whole(value):
    """Of a number that is not exact: one up to which a double has all whole numbers."""
    number = real(value)
    if abs(number) > 2**53:
        raise InvalidOutput(shown(value) + " (expected: a whole number, as an int beyond 2**53)")
    if number != number or int(number) != number:
        raise InvalidOutput(shown(value) + " (expected: a whole number)")
    return int(number)


def boolean(value):
    number = real(value)
    if number not in (0, 1):
        raise InvalidOutput(shown(value) + " (expected: true or false)")
    return int(number)


def packed_real(value):
    return struct.pack("<d", real(value))


def packed_integer(value):
    return struct.pack("<q", integer(value))


def packed_boolean(value):
    return struct.pack("<q", boolean(value))


def packed_text(value):
    if not isinstance(value, str):
        raise InvalidOutput(shown(value) + " (expected: a text)")
    data = value.encode("utf-8")
    return struct.pack("<i", len(data)) + data


def packed_array(value):
    try:
        data = elements(value).tobytes()
    except (TypeError, ValueError, Warning):
        raise InvalidOutput(shown(value) + " (expected: a list of numbers)") from None
    return struct.pack("<i", len(data) // 8) + data


def elements(value):
    if isinstance(value, (dict, set, frozenset, bytes, bytearray)):  # of which array() takes keys, and bit patterns
        raise TypeError
    numpy = sys.modules.get("numpy")
    if numpy is None or not isinstance(value, numpy.ndarray):
        return numbers("d", value)
    if value.ndim != 1:
        raise InvalidOutput("an array of shape %s (expected: one dimension)" % (value.shape,))
    if isinstance(value, numpy.ma.MaskedArray) and numpy.ma.is_masked(value):
        raise InvalidOutput("an array with masked values (expected: a list of numbers)")
    if value.dtype.kind == "O":
        return numbers("d", value)
    if value.dtype.kind in "cmMSUT":  # complex numbers, times and texts, which NumPy would convert
        raise TypeError
    return numpy.ascontiguousarray(value, dtype="<f8")


def numbers(code, values):
    result = array(code, values)
    if sys.byteorder == "big":
        result.byteswap()
    return result


PACKED = {
    "real": packed_real,
    "integer": packed_integer,
    "boolean": packed_boolean,
    "text": packed_text,
    "array": packed_array,
}


class Answers:
    """Answers that wait to be sent together."""

    def __init__(self, channel, outputs):
        self.channel = channel
        self.names = [name for name, _ in outputs]
        self.types = [type_ for _, type_ in outputs]
        self.results = []
        self.seconds = []  # of points that were timed together
        self.counts = []  # of these points
        self.failures = 0
        self.is_plain = all(type_ in ("real", "integer") for type_ in self.types)

    def flush(self):
        if self.results:
            frames = self.frames()
            self.results.clear()
            self.seconds.clear()
            self.counts.clear()
            self.failures = 0
            self.channel.write(frames)

    def frames(self):
        if "numpy" not in sys.modules:
            return self.plain_or_rows()
        with warnings.catch_warnings():  # NumPy makes a real number of a complex one, and only warns
            warnings.filterwarnings("error", "Casting complex values to real", RuntimeWarning)
            return self.plain_or_rows()

    def plain_or_rows(self):
        try:
            return self.plain() if self.is_plain and not self.failures else self.rows()
        except Exception:
            return self.rows()  # which finds out whose fault it is

    def plain(self):
        head = struct.pack("<ii", len(self.results), len(self.seconds))
        parts = [head, numbers("d", self.seconds), numbers("i", self.counts)]
        for column, type_ in zip(self.columns(), self.types):
            parts.append(numbers("d" if type_ == "real" else "q", column))
        return b"".join(parts)

    def columns(self):
        if len(self.names) == 1 and not isinstance(self.results[0], (dict, tuple)):
            return [self.results]
        return zip(*[self.values(result) for result in self.results])

    def values(self, result):
        """The values of a result, in the order of the outputs."""
        if isinstance(result, dict):
            missing = [name for name in self.names if name not in result]
            if missing:
                raise InvalidOutput("returned a dict without '%s'" % missing[0])
            return [result[name] for name in self.names]
        if len(self.names) == 1:
            return [result]
        if isinstance(result, (tuple, list)) and len(result) == len(self.names):
            return result
        raise InvalidOutput(
            "returned %s (expected: a dict with %s, or a tuple of them)" % (shown(result), ", ".join(self.names))
        )

    def rows(self):
        frames = bytearray()
        results = iter(self.results)
        for seconds, count in zip(self.seconds, self.counts):
            for result in islice(results, count):
                frames += self.row(result, seconds / count)
        return frames

    def row(self, result, seconds):
        if isinstance(result, Failure):
            return self.frame(seconds, 1, result.message)
        name = None
        try:
            parts = []
            for name, type_, value in zip(self.names, self.types, self.values(result)):
                parts.append(PACKED[type_](value))
            return self.frame(seconds, 0, b"".join(parts))
        except InvalidOutput as e:
            message = str(e) if name is None else "output '%s': %s" % (name, e)
            return self.frame(seconds, 2, message.encode("utf-8", "replace"))
        except Exception as e:
            return self.frame(seconds, 2, describe(e).encode("utf-8", "replace"))

    @staticmethod
    def frame(seconds, status, payload):
        return struct.pack("<iidb", -1, 9 + len(payload), seconds, status) + payload


def describe(error):
    """An exception, and the place in the simulation where it was raised."""
    text = "%s: %s" % (type(error).__name__, error)
    place = None
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename != __file__ and not code.co_filename.startswith("<frozen"):
            place = "%s, line %d, in %s" % (os.path.basename(code.co_filename), trace.tb_lineno, code.co_name)
        trace = trace.tb_next
    return text if place is None else "%s (%s)" % (text, place)


class Streams:
    """The generator of each point: numpy.random.Philox(key=[seed, 0], counter=[0, index, 0, 0])."""

    def __init__(self):
        import numpy

        self.philox = numpy.random.Philox(key=[0, 0])
        self.generator = numpy.random.Generator(self.philox)
        self.state = self.philox.state
        self.key = numpy.zeros(2, dtype=numpy.uint64)
        self.counter = numpy.zeros(4, dtype=numpy.uint64)

    def of(self, seed, index):
        self.key[0] = seed
        self.counter[1] = index
        self.state["state"] = {"counter": self.counter, "key": self.key}
        self.philox.state = self.state
        return self.generator


def load(config):
    """The function as one that takes the values of a point, and the names and codes of these values."""
    sys.path.insert(0, config["path"])
    module_name, _, function_name = config["function"].partition(":")
    function = importlib.import_module(module_name)
    for part in function_name.split("."):
        function = getattr(function, part)
    types = dict(config["parameters"])
    signature = inspect.signature(function).parameters.values()
    takes_all = any(p.kind == p.VAR_KEYWORD for p in signature)
    named = [p for p in signature if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    names = []
    for parameter in named:
        if parameter.name in types or parameter.name in ("rng", "seed"):
            names.append(parameter.name)
        elif parameter.default is parameter.empty:
            raise TypeError(
                "%s wants '%s' (expected: one of %s)"
                % (config["function"], parameter.name, ", ".join([*types, "rng", "seed"]))
            )
    missing = [name for name in types if name not in names]
    if missing and not takes_all:
        raise TypeError("%s takes no '%s', which is a parameter of the model" % (config["function"], missing[0]))
    positional = [p.name for p in named if p.kind == p.POSITIONAL_OR_KEYWORD]
    by_position = not missing and names == positional[: len(names)]
    names += missing
    return call(function, names, by_position), names, codes(names, types)


def codes(names, types):
    result = []
    for name in names:
        if name == "rng":
            result += ["Q", "q"]
        elif name == "seed" and name not in types:
            result.append("q")
        else:
            result.append(NUMBER_CODES.get(types[name], "text"))
    return result


def call(function, names, by_position):
    if "rng" in names:
        at = names.index("rng")
        stream = Streams().of
        if by_position:
            return lambda *v: function(*v[:at], stream(v[at], v[at + 1]), *v[at + 2 :])
        return lambda *v: function(**dict(zip(names, (*v[:at], stream(v[at], v[at + 1]), *v[at + 2 :]))))
    if by_position:
        return function
    return lambda *v: function(**dict(zip(names, v)))


def serve(channel, points, answers, function):
    results = answers.results
    add = results.append
    together = 1
    while True:
        data = channel.read()
        if not data:
            return
        count, values_of = points.of(data)
        done = 0  # by its place in the data, so that no answer is ever taken for another point's
        started = clock()
        flush_at = started + FLUSH_SECONDS
        while done < count:
            before = len(results)
            end = min(done + together, count)
            try:
                for values in values_of(done, end):
                    add(function(*values))
            except BaseException as e:  # also SystemExit, which is no reason to end the worker
                channel.end_child(e)
                if len(results) - before == end - done:
                    raise  # a signal between two points
                add(Failure(e))
                answers.failures += 1
            if channel.is_child:
                channel.end_child()  # without the points that come next
            ended = clock()
            seconds = ended - started
            answers.seconds.append(seconds)
            answers.counts.append(len(results) - before)
            done += len(results) - before
            if seconds > SHARED_SECONDS:
                together = 1
            elif seconds < SHARED_SECONDS / 2 and together < SHARED_POINTS:
                together *= 2
            started = ended
            if ended > flush_at:
                answers.flush()
                started = clock()
                flush_at = started + FLUSH_SECONDS
        answers.flush()


def main():
    channel = Channel()
    config = json.loads(channel.line().decode("utf-8"))
    try:
        function, names, value_codes = load(config)
    except BaseException as e:
        channel.end_child(e)
        traceback.print_exc()
        channel.write(json.dumps({"error": describe(e)}).encode("utf-8") + b"\n")
        return
    channel.write(json.dumps({"order": names}).encode("utf-8") + b"\n")
    serve(channel, Points(value_codes), Answers(channel, config["outputs"]), function)


if __name__ == "__main__":
    main()
