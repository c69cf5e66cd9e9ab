package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.harness.Service;
import parsweep.random.PointStream;
import tools.jackson.databind.JsonNode;

/** Functions of Python, over HTTP. */
class PythonFunctionTest extends WithPrograms {
    private static final String MANIFEST = """
            name: fun
            protocol: python
            function: simulation:run
            parameters: {x: integer}
            outputs: {y: real}
            """;

    PythonFunctionTest() {
        super("python3");
    }

    private void function(String manifest, String code) throws IOException {
        program("fun", manifest).file("simulation.py", code).refresh();
    }

    @Test
    void aFunctionOfNamedParametersIsSwept() throws IOException {
        function(
                MANIFEST.replace("x: integer", "a: real, n: integer"),
                "def run(n, a, more=1):\n    print('to standard error')\n    return a ** n * more\n");

        JsonNode status = service()
                .run(
                        "{\"model\": \"fun\","
                                + " \"space\": {\"grid\": {\"a\": {\"linspace\": [1, 2, 50]}, \"n\": {\"arange\": [0, 200]}}}}");

        assertThat(status.at("/progress/failed").longValue()).isZero();
        assertThat(results(status)).hasSize(10_000).endsWith(Math.pow(2, 198), Math.pow(2, 199));
        assertThat(status.at("/timing/pointSeconds").doubleValue())
                .isGreaterThan(0)
                .isLessThan(2 * status.at("/timing/elapsedSeconds").doubleValue());
    }

    @Test
    void everyTypeTravelsBothWays() throws IOException {
        function("""
                name: fun
                protocol: python
                function: simulation:Model.run
                parameters: {r: real, n: integer, word: text, flag: boolean}
                outputs: {types: text, m: integer, no: boolean, list: array, tuple: array, empty: array, big: array}
                """, """
                class Model:
                    @staticmethod
                    def run(*, word, flag, n, r):
                        kinds = [type(v).__name__ for v in (r, n, word, flag)]
                        return {"types": " ".join(kinds) + " " + word, "m": n + 1, "no": not flag, "list": [r, 2, True],
                                "tuple": (n,), "empty": [], "big": range(30000)}
                """);

        JsonNode status = service().run("""
                {"model": "fun", "space": {"points": [
                  {"r": 0.1, "n": -9007199254740991, "word": "", "flag": true},
                  {"r": 3, "n": 9, "word": "ä€𝄞 %s", "flag": false}]}}""".formatted("long ".repeat(5000)));

        assertThat(point(status, 0))
                .contains(
                        "\"types\":\"float int str bool \",\"m\":-9007199254740990,\"no\":false,\"list\":[0.1,2.0,1.0],"
                                + "\"tuple\":[-9.007199254740991E15],\"empty\":[]");
        assertThat(point(status, 1))
                .contains("float int str bool ä€𝄞 long")
                .contains("\"list\":[3.0,2.0,1.0]")
                .contains("29998.0,29999.0]");
    }

    @Test
    void aFunctionMayTakeWhateverThereIs() throws IOException {
        function(MANIFEST, "def run(**p):\n    return p['x'] / 2\n");
        assertThat(results(sweep("fun", 3))).containsExactly(0.0, 0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 / (x - 1)                             | error      | ZeroDivisionError: division by zero (simulation.py, line 3, in run)
            x if x != 1 else exit('enough')         | error      | SystemExit: enough
            x if x != 1 else 'high'                 | rejected   | output 'y': 'high' (expected: a number)
            x if x != 1 else [1, 2]                 | rejected   | output 'y': [1, 2] (expected: a number)
            x if x != 1 else {'z': 1}               | rejected   | returned a dict without 'y'
            x if x != 1 else None                   | rejected   | output 'y': None (expected: a number)
            x if x != 1 else float('nan')           | non-finite | output 'y' is not finite
            x if x != 1 else os._exit(3)            | killed     | exit code 3
            x if x != 1 else os.kill(os.getpid(),9) | killed     | killed by SIGKILL
            x if x != 1 else time.sleep(999)        | timeout    | stopped after
            """)
    void whatAFunctionDoesWrongIsOneBadRow(String expression, String kind, String message) throws IOException {
        function(MANIFEST, "import os, time\ndef run(x):\n    return " + expression + "\n");

        JsonNode status = sweep("fun", 2000, ", \"pointTimeout\": \"1s\"");

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
        assertThat(point(status, 1)).contains("\"status\":\"" + kind + "\"").contains(message);
        assertThat(point(status, 2)).contains("\"status\":\"done\"");
    }

    @Test
    void anArrayIsAsLongAsItsParameterSays() throws IOException {
        function(
                MANIFEST.replace("x: integer", "x: integer, n: {type: integer, default: 3}")
                        .replace("y: real", "y: {type: array, length: n}"),
                "def run(x, n):\n    return [x] * (n if x != 1 else 4)\n");

        JsonNode status = sweep("fun", 300);

        assertThat(status.at("/progress/failed").longValue()).isOne();
        assertThat(point(status, 0)).contains("\"y\":[0.0,0.0,0.0]");
        assertThat(point(status, 1))
                .contains("\"status\":\"rejected\"")
                .contains("output 'y' has 4 values (expected: 3, as parameter 'n' says)");
    }

    /** What is loaded goes on with sweeps that began before; a new one would have the old code's numbers. */
    @Test
    void aFunctionThatWasEditedIsReadAgainBeforeItIsSwept() throws IOException {
        function(MANIFEST, "def run(x):\n    return x\n");
        assertThat(results(sweep("fun", 2))).containsExactly(0.0, 1.0);

        Files.writeString(models().resolve("fun/simulation.py"), "def run(x):\n    return 100 * x\n");

        String body = "{\"model\": \"fun\", \"space\": {\"grid\": {\"x\": [0, 1]}}}";
        HttpResponse<String> refused = service().submit(body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("model: fun (expected: files as they were when it was read, but simulation.py has changed;"
                        + " POST /api/v1/models/refresh reads them again)");
        refresh();
        assertThat(results(sweep("fun", 2))).containsExactly(0.0, 100.0);
    }

    @Test
    void failuresAmongCallsThatAreTimedTogetherAreTheirOwn() throws IOException {
        function(MANIFEST, """
                def run(x):
                    if x % 50 == 7:
                        raise ValueError(x)
                    if x % 50 == 8:
                        return next(iter(()))
                    return 3 * x
                """);

        JsonNode status = sweep("fun", 5000);

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(200);
        assertThat(point(status, 4007)).contains("ValueError: 4007 (simulation.py, line 3, in run)");
        assertThat(point(status, 4008)).contains("StopIteration:  (simulation.py, line 5, in run)");
        assertThat(rows(status).stream()
                        .filter(row -> row.contains(",done,"))
                        .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1))))
                .containsExactly(IntStream.range(0, 5000)
                        .filter(x -> x % 50 != 7 && x % 50 != 8)
                        .mapToObj(x -> 3.0 * x)
                        .toArray(Double[]::new));
    }

    /** Two processes that answer on one pipe give points the results of others, in this sweep and the next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if x == 500 and os.fork() == 0: sys.exit(0)",
                "if x == 500 and os.fork() == 0: raise ValueError(x)",
                "if x == 500: os.fork()",
            })
    void aForkedChildThatComesBackAnswersNothing(String fork) throws IOException {
        function(MANIFEST, "import os, sys\ndef run(x):\n    " + fork + "\n    return 3 * x\n");
        Double[] expected = IntStream.range(0, 2000).mapToObj(x -> 3.0 * x).toArray(Double[]::new);

        JsonNode first = sweep("fun", 2000);
        JsonNode second = sweep("fun", 2000);

        assertThat(results(first)).containsExactly(expected);
        assertThat(results(second)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pass               | 0
            sys.exit()         | 0
            sys.exit(7)        | 7
            sys.exit('enough') | 1
            1 / 0              | 1
            """)
    void aForkedChildEndsAsItWouldAlone(String child, double code) throws IOException {
        function(MANIFEST, """
                import os, sys
                def run(x):
                    child = os.fork()
                    if child == 0:
                        %s
                        return -1
                    return os.waitpid(child, 0)[1] >> 8
                """.formatted(child));

        assertThat(results(sweep("fun", 3))).containsExactly(code, code, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn"})
    void childrenOfMultiprocessingGoOnToWork(String method) throws IOException {
        function(MANIFEST, """
                import multiprocessing
                def run(x):
                    with multiprocessing.get_context('%s').Pool(2) as pool:
                        return sum(pool.map(abs, [-x, x, 1]))
                """.formatted(method));

        assertThat(results(sweep("fun", 3))).containsExactly(1.0, 3.0, 5.0);
    }

    @Test
    void callsThatTakeLongAreTimedEach() throws IOException {
        function(MANIFEST, "import time\ndef run(x):\n    time.sleep(0.002 if x % 2 else 0.001)\n    return x\n");

        JsonNode status = sweep("fun", 200);

        for (int x = 1; x < 200; x += 2) { // half as much again as half of what it takes with its neighbour
            assertThat(Service.json(service().get(status.at("/links/self").stringValue() + "/points/" + x))
                            .at("/seconds")
                            .doubleValue())
                    .isGreaterThanOrEqualTo(0.0019);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            import no_such_module                | ModuleNotFoundError: No module named 'no_such_module' (simulation.py, line 1
            def run(x                            | SyntaxError
            def walk(x): pass                    | AttributeError: module 'simulation' has no attribute 'run'
            def run(): pass                      | simulation:run takes no 'x', which is a parameter of the model
            def run(x, z): pass                  | simulation:run wants 'z' (expected: one of x, rng, seed)
            """)
    void codeThatCannotBeLoadedFailsTheSweepWithTheReason(String code, String message) throws IOException {
        function(MANIFEST, code + "\n");

        assertThat(failure("fun")).contains("model 'fun' cannot be started: ").contains(message);
    }

    @Test
    void theSeedIsThatOfThePoint() throws IOException {
        function(MANIFEST.replace("real", "integer"), "def run(x, seed):\n    return seed\n");

        JsonNode status = sweep("fun", 100, ", \"seed\": 42");

        assertThat(rows(status).stream().map(row -> Long.valueOf(row.substring(row.lastIndexOf(',') + 1))))
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(index -> PointStream.seed(42, index))
                        .toList());
    }

    @Test
    void theGeneratorIsTheStreamOfThePoint() throws IOException, InterruptedException {
        requireNumPy();
        function(MANIFEST.replace("y: real", "y: array"), "def run(x, rng):\n    return rng.random(1 + x)\n");

        JsonNode status = sweep("fun", 50, ", \"seed\": 42");

        for (int index = 0; index < 50; index++) {
            UniformRandomProvider stream = PointStream.of(42, index);
            double[] expected = stream.doubles(1 + index).toArray();
            JsonNode y = Service.json(service().get(status.at("/links/self").stringValue() + "/points/" + index))
                    .at("/outputs/y");
            assertThat(y.valueStream().mapToDouble(JsonNode::doubleValue)).containsExactly(box(expected));
        }
    }

    @Test
    void arraysOfNumPyTravel() throws IOException, InterruptedException {
        requireNumPy();
        function(MANIFEST.replace("y: real", "y: array, n: integer"), """
                import numpy
                def run(x):
                    if x == 2:
                        return numpy.zeros((2, 2)), 1
                    return numpy.arange(6, dtype=numpy.float32)[::2] + x, numpy.int64(x)
                """);

        JsonNode status = sweep("fun", 3);

        assertThat(point(status, 1)).contains("\"y\":[1.0,3.0,5.0],\"n\":1");
        assertThat(point(status, 2)).contains("output 'y': an array of shape (2, 2) (expected: one dimension)");
    }

    /** A batch without failures is packed by columns, one with failures by rows. */
    @ParameterizedTest
    @ValueSource(strings = {"return -2**63", "raise ValueError(x)", "return 2.5"})
    void wholeNumbersAreExactWhateverBecomesOfOthers(String other) throws IOException {
        function(
                MANIFEST.replace("real", "integer"),
                "def run(x):\n    if x % 50 == 7:\n        " + other + "\n    return 2**63 - 1 - x\n");

        JsonNode status = sweep("fun", 2000);

        assertThat(rows(status).stream()
                        .filter(row -> row.contains(",done,") && !row.endsWith("," + Long.MIN_VALUE))
                        .map(row -> Long.valueOf(row.substring(row.lastIndexOf(',') + 1))))
                .containsExactlyElementsOf(IntStream.range(0, 2000)
                        .filter(x -> x % 50 != 7)
                        .mapToObj(x -> Long.MAX_VALUE - x)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2**63         | 9223372036854775808 (expected: a whole number from -2**63 to 2**63 - 1)
            -2**63 - 1    | -9223372036854775809 (expected: a whole number from -2**63 to 2**63 - 1)
            2.0**54       | 1.8014398509481984e+16 (expected: a whole number, as an int beyond 2**53)
            2.5           | 2.5 (expected: a whole number)
            float('nan')  | nan (expected: a whole number)
            """)
    void aWholeNumberThatDoesNotFitIsRejected(String expression, String message) throws IOException {
        function(
                MANIFEST.replace("real", "integer"),
                "def run(x):\n    return %s if x else -2.0**53\n".formatted(expression));

        JsonNode status = sweep("fun", 2);

        assertThat(point(status, 0)).contains("\"y\":-9007199254740992");
        assertThat(point(status, 1)).contains("\"status\":\"rejected\"").contains("output 'y': " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 2j                     | (1+2j) (expected: a number)
            numpy.complex128(1 + 2j)   | (1+2j) (expected: a number)
            numpy.complex64(1)         | (1+0j) (expected: a number)
            bytearray(b'1')            | bytearray(b'1') (expected: a number)
            """)
    void aComplexNumberIsNotMadeReal(String expression, String message) throws IOException, InterruptedException {
        requireNumPy();
        function(MANIFEST, """
                import numpy
                def run(x):
                    if x == 1:
                        return %s
                    return float(numpy.complex128(x + 5j))  # the function may: it is warned
                """.formatted(expression));

        JsonNode status = sweep("fun", 2000);

        assertThat(status.at("/progress/failed").longValue()).isEqualTo(1);
        assertThat(point(status, 1)).contains("\"status\":\"rejected\"").contains(message);
        assertThat(point(status, 2)).contains("\"y\":2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy.array([1, 2j])",
                "numpy.array([1, 2j], dtype=object)",
                "[1.0, numpy.complex128(2j)]",
                "numpy.ma.array([1.0, 2.0], mask=[False, True])",
                "{'y': {1: 2}}",
                "{1, 2}",
                "frozenset([1, 2])",
                "b'12345678'",
                "bytearray(8)",
                "numpy.array(['1', '2'])",
                "numpy.array([b'1', b'2'])",
                "numpy.array(['1', '2'], dtype=object)",
                "numpy.array(['2026-01-01'], dtype='datetime64[D]')",
                "numpy.array([1, 2], dtype='timedelta64[s]')",
            })
    void whatIsNoListOfNumbersIsNotMadeOne(String expression) throws IOException, InterruptedException {
        requireNumPy();
        function(MANIFEST.replace("y: real", "y: array"), """
                import numpy
                def run(x):
                    return %s if x == 1 else numpy.ma.array([x, 2], mask=False)
                """.formatted(expression));

        JsonNode status = sweep("fun", 3);

        assertThat(point(status, 0)).contains("\"y\":[0.0,2.0]");
        assertThat(point(status, 1))
                .contains("\"status\":\"rejected\"")
                .contains("output 'y': ")
                .contains("(expected: a list of numbers)");
    }

    private static Double[] box(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private static void requireNumPy() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-c", "import numpy")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean isHere = python.waitFor() == 0;
        if (!isHere) {
            System.err.println("*** SKIPPED: a test of PythonFunctionTest, for want of numpy ***");
        }
        assumeTrue(isHere, "numpy is not here");
    }
}
