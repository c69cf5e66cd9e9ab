package parsweep.model.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parsweep.model.wasm.ModuleBytes.bytes;
import static parsweep.model.wasm.ModuleBytes.f64;
import static parsweep.model.wasm.ModuleBytes.i32;
import static parsweep.model.wasm.Modules.A;
import static parsweep.model.wasm.Modules.B;
import static parsweep.model.wasm.Modules.FOREVER;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.model.ModelException;
import parsweep.model.RecordedOutputs;
import parsweep.model.Run;
import parsweep.model.Session;

class WasmModelTest {
    private static final double FIRST = 0.4502664720018066;
    private static final double SECOND = 0.3059835787065882;

    private static WasmModel one(ModuleBytes module) {
        return Modules.model(Modules.ONE.formatted("one"), module.build());
    }

    // ---- the forms of the ABI

    @Test
    void runReturnsTheSingleOutputsInTheirOrder() throws ModelException, InterruptedException {
        WasmModel model = Modules.model(
                "{name: pair, parameters: {a: real, b: real}, outputs: {sum: real, product: real}}",
                Modules.pair().build());

        RecordedOutputs outputs = Run.of(model).with("a", 3).with("b", 5).outputs();

        assertThat(outputs.values()).containsExactly(8.0, 15.0);
    }

    /** Without it arrays that {@code simulate} was to fill would be zeros. */
    @Test
    void aFunctionThatTheManifestNamesMustBeExported() {
        byte[] module = new ModuleBytes().function("y", "d:d", A).build();
        String manifest = "{name: typo, function: %s, parameters: {x: real}, outputs: {y: real}}";

        assertThatThrownBy(() ->
                        Modules.model(manifest.formatted("simulate"), module).prepare())
                .isInstanceOf(InvalidModule.class)
                .hasMessageContaining("no function 'simulate' is exported, but [y]");
        Modules.model(manifest.formatted("y"), module).prepare();
    }

    @Test
    void anOutputMayBeAFunctionOfItsOwn() throws ModelException, InterruptedException {
        WasmModel model = Modules.model(
                "{name: own, parameters: {a: real, b: real}, outputs: {sum: real, product: real, answer: integer}}",
                new ModuleBytes()
                        .function("product", "dd:d", A, B, Modules.MULTIPLY)
                        .function("sum", "dd:d", A, B, Modules.ADD)
                        .function("answer", ":i", i32(42))
                        .build());

        assertThat(Run.of(model).with("a", 3).with("b", 5).outputs().values()).containsExactly(8.0, 15.0, 42L);
    }

    @Test
    void integersBooleansAndChoicesArePassed() throws ModelException, InterruptedException {
        byte[] sum = bytes(0x20, 0, 0x20, 1, 0xac, 0x7c, 0x20, 2, 0xac, 0x7c, 0x20, 3, 0xac, 0x7c);
        WasmModel model = Modules.model(
                """
                name: all-types
                parameters: {long: integer, short: integer, flag: boolean, word: {type: text, choices: [p, q, r]}}
                outputs: {total: integer, big: boolean}
                """,
                new ModuleBytes()
                        .function("total", "liii:l", sum)
                        .function("big", "liii:i", bytes(0x20, 2))
                        .build());
        Run run = Run.of(model).with("long", 1L << 52).with("flag", true).with("word", "r");

        assertThat(run.with("short", -7).outputs().values()).containsExactly((1L << 52) - 7 + 1 + 2, true);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> run.with("short", 1L << 31).outputs())
                .withMessage("short = 2147483648 (expected: a number of 32 bits, as the module takes it)");
    }

    @Test
    void arraysAreReadFromMemory() throws ModelException, InterruptedException {
        byte[] doubles = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(1.5)
                .putDouble(-2)
                .putDouble(1e300)
                .array();
        WasmModel model = Modules.model(
                """
                name: arrays
                parameters: {n: integer}
                outputs: {fixed: {type: array, length: n}, varying: array}
                """,
                new ModuleBytes()
                        .memory(1)
                        .global("fixed", 16)
                        .data(16, doubles)
                        .function("varying", ":i", i32(24))
                        .function("varying_length", "i:i", bytes(0x20, 0), i32(1), bytes(0x6b))
                        .build());

        RecordedOutputs outputs = Run.of(model).with("n", 3).outputs();

        assertThat(outputs.array("fixed")).containsExactly(1.5, -2, 1e300);
        assertThat(outputs.array("varying")).containsExactly(-2, 1e300);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Run.of(model).with("n", 8191).outputs())
                .withMessage("array 'fixed' of 8191 values at address 16 (expected: within a memory of 65536 bytes)");
    }

    @Test
    void aModelCompiledFromCAgreesWithJava() throws ModelException, InterruptedException {
        WasmModel model = Modules.model(Modules.pendulumManifest(), Modules.pendulum());

        RecordedOutputs outputs = Run.of(model)
                .with("drive", 0)
                .with("damping", 0)
                .with("steps", 20_000)
                .outputs();

        // Undriven and undamped the energy stays, up to the error of the method: h^4 by 200 units of time.
        assertThat(outputs.real("finalEnergy")).isCloseTo(1 - Math.cos(0.2), within(1e-8 * 200));
        assertThat(outputs.array("angle")).hasSize(20_000);
        // The period of a pendulum of amplitude 0.2, by the series of its elliptic integral (error below 1e-7).
        double period = 2 * Math.PI * (1 + Math.pow(0.2, 2) / 16 + 11 * Math.pow(0.2, 4) / 3072);
        int n = (int) Math.round(period / 0.01);
        assertThat(outputs.array("angle")[n - 1]).isCloseTo(0.2, within(1e-5));
    }

    // ---- what a module may import

    @Test
    void randomNumbersAndSeedAreThoseOfThePoint() throws ModelException, InterruptedException {
        WasmModel model = Modules.model(
                "{name: dice, outputs: {first: real, second: real, seed_: integer}}",
                new ModuleBytes()
                        .importFunction("env", "random", ":d")
                        .importFunction("env", "seed", ":l")
                        .function("run", ":ddl", bytes(0x10, 0, 0x10, 0, 0x10, 1))
                        .build());

        RecordedOutputs outputs = Run.of(model).seed(42, 7).outputs();

        // numpy.random.Generator(numpy.random.Philox(key=[42, 0], counter=[0, 7, 0, 0])).random(2)
        assertThat(outputs.values().subList(0, 2)).containsExactly(FIRST, SECOND);
        assertThat(outputs.integer("seed_")).isEqualTo((long) (FIRST * 0x1p53));
    }

    @Test
    void mathematicsIsThatOfC() throws ModelException, InterruptedException {
        assertThat(value("fmod", -7.5, 2)).isEqualTo(-1.5);
        assertThat(value("fmin", Double.NaN, 2)).isEqualTo(2);
        assertThat(value("fmax", 3, 2)).isEqualTo(3);
        assertThat(value("pow", 2, 0.5)).isEqualTo(Math.sqrt(2));
        assertThat(value("atan2", 1, -1)).isEqualTo(StrictMath.atan2(1, -1));
        assertThat(value("round", -2.5)).isEqualTo(-3);
        assertThat(value("round", 0.49999999999999994)).isZero();
        assertThat(value("exp2", 10)).isEqualTo(1024);
        assertThat(value("tgamma", 6)).isCloseTo(120, within(1e-12));
        assertThat(value("sin", 1)).isEqualTo(StrictMath.sin(1));
    }

    private static double value(String function, double... arguments) throws ModelException, InterruptedException {
        String d = "d".repeat(arguments.length);
        byte[] pushed = ModuleBytes.concat(
                f64(arguments[0]), arguments.length == 2 ? f64(arguments[1]) : new byte[0], bytes(0x10, 0));
        WasmModel model = Modules.model(
                "{name: mathematics, outputs: {y: {type: real, finite: false}}}",
                new ModuleBytes()
                        .importFunction("env", function, d + ":d")
                        .function("y", ":d", pushed)
                        .build());
        return Run.of(model).real("y");
    }

    @Test
    void wasiHasNothingInIt() throws ModelException, InterruptedException {
        WasmModel model = Modules.model(
                "{name: wasi, parameters: {code: integer}, outputs: {y: integer}}",
                new ModuleBytes()
                        .importFunction("wasi_snapshot_preview1", "fd_write", "iiii:i")
                        .importFunction("wasi_snapshot_preview1", "proc_exit", "i:")
                        .function(
                                "y",
                                "i:i",
                                bytes(0x20, 0, 0x04, 0x40, 0x20, 0, 0x10, 1, 0x0b),
                                i32(1),
                                i32(0),
                                i32(0),
                                i32(0),
                                bytes(0x10, 0))
                        .build());

        assertThat(Run.of(model).with("code", 0).outputs().integer("y")).isEqualTo(8); // EBADF
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Run.of(model).with("code", 3).outputs())
                .withMessage("the module exited with code 3");
    }

    // ---- state

    @Test
    void everyPointStartsFromTheSameState() throws ModelException, InterruptedException {
        WasmModel model = one(Modules.counter());
        try (Session session = model.open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(Run.of(model).with("x", 10).in(session).real("y")).isEqualTo(12);
            }
        }
    }

    @Test
    void whatTheStartFunctionDidIsThere() throws ModelException, InterruptedException {
        // start: memory grows by a page, of which the last byte is set; y = that byte + x, and grows memory again
        byte[] grow = bytes(0x41, 1, 0x40, 0, 0x1a);
        WasmModel model = one(new ModuleBytes()
                .memory(1)
                .function("", ":", grow, i32(131071), i32(5), bytes(0x3a, 0, 0))
                .function(
                        "y",
                        "d:d",
                        grow,
                        i32(131071),
                        bytes(0x2d, 0, 0, 0xb7),
                        A,
                        Modules.ADD,
                        i32(131071),
                        i32(9),
                        bytes(0x3a, 0, 0))
                .start(0));
        try (Session session = model.open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(Run.of(model).with("x", 1).in(session).real("y")).isEqualTo(6);
            }
        }
    }

    @Test
    void memoryGrowsToOurLimitOnly() throws ModelException, InterruptedException {
        byte[] grow = bytes(0x41, 0xe4, 0, 0x40, 0, 0xb7); // by 100 pages; -1 if that is not possible
        WasmModel model = one(new ModuleBytes().memory(1).function("y", "d:d", grow));

        assertThat(Run.of(model).with("x", 0).real("y")).isEqualTo(-1); // tests allow 16
    }

    // ---- what goes wrong at a point

    @Test
    void aTrapIsAFailedPoint() {
        assertFails(new ModuleBytes().function("y", "d:d", bytes(0)), "unreachable");
        assertFails(
                new ModuleBytes().memory(1).function("y", "d:d", i32(70000), bytes(0x2b, 3, 0)),
                "out of bounds memory");
        assertFails(new ModuleBytes().function("y", "d:d", i32(1), i32(0), bytes(0x6d, 0xb7)), "divide by zero");
        assertFails(new ModuleBytes().function("y", "d:d", A, bytes(0x10, 0)), "call stack exhausted");
    }

    private static void assertFails(ModuleBytes module, String message) {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Run.of(one(module)).with("x", 1).outputs())
                .withMessageContaining(message);
    }

    @Test
    void anEndlessLoopEndsAtAnInterrupt() {
        WasmModel model = one(new ModuleBytes().function("y", "d:d", FOREVER, f64(0)));
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> Run.of(model).with("x", 1).outputs());
        } finally {
            Thread.interrupted();
        }
    }

    // ---- what is refused

    static Stream<String> hostile() {
        return Modules.hostile().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatCannotBeUsedIsRefused(String name) {
        Modules.Hostile hostile = Objects.requireNonNull(Modules.hostile().get(name));

        assertThatExceptionOfType(InvalidModule.class)
                .isThrownBy(() -> one(hostile.module()).prepare())
                .withMessageContaining(hostile.answer());
    }
}
