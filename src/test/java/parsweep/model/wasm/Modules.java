package parsweep.model.wasm;

import static parsweep.model.wasm.ModuleBytes.bytes;
import static parsweep.model.wasm.ModuleBytes.concat;
import static parsweep.model.wasm.ModuleBytes.f64;
import static parsweep.model.wasm.ModuleBytes.i32;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import parsweep.json.Node;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Modules for tests, well behaved and not, and models of them. */
public final class Modules {
    public static final byte[] A = bytes(0x20, 0);
    public static final byte[] B = bytes(0x20, 1);
    public static final byte[] ADD = bytes(0xa0);
    public static final byte[] MULTIPLY = bytes(0xa2);
    public static final byte[] FOREVER = bytes(0x03, 0x40, 0x0c, 0, 0x0b); // loop br 0 end

    /** The common manifest of those of one number. */
    public static final String ONE = "{name: %s, parameters: {x: real}, outputs: {y: real}}";

    private static final WasmModels MODELS = new WasmModels(1 << 20);

    private Modules() {}

    public static WasmModel model(String manifest, byte[] module) {
        Node node = new Node(new YAMLMapper().readTree(manifest), "manifest");
        return MODELS.model(node, WasmModels.version(node, module), () -> module);
    }

    /** Tests the JVM, unless that is done. */
    static void requireCorrectness() {
        MODELS.requireCorrectness();
    }

    /** The example in {@code http-examples}, which a C compiler made. */
    public static byte[] pendulum() {
        return read(Path.of("http-examples/webassembly/pendulum.wasm"));
    }

    public static String pendulumManifest() {
        return new String(
                read(Path.of("http-examples/webassembly/pendulum.yaml")), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code run} returns a + b and a * b. */
    public static ModuleBytes pair() {
        return new ModuleBytes().function("run", "dd:dd", A, B, ADD, A, B, MULTIPLY);
    }

    /** Counts its points in a global variable and in memory; y is the sum of both and x. */
    public static ModuleBytes counter() {
        byte[] countGlobal = bytes(0x23, 0, 0x41, 1, 0x6a, 0x24, 0);
        byte[] countMemory = concat(i32(0), i32(0), bytes(0x28, 2, 0), i32(1), bytes(0x6a, 0x36, 2, 0));
        byte[] sum = concat(bytes(0x23, 0), i32(0), bytes(0x28, 2, 0), bytes(0x6a, 0xb7), A, ADD);
        return new ModuleBytes().memory(1).global("count", 0).function("y", "d:d", countGlobal, countMemory, sum);
    }

    /** Modules that must be refused when they are uploaded, and what the answer says. */
    public static Map<String, Hostile> hostile() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        byte[] zero = f64(0);
        all.put("4 GiB of memory", new Hostile(y(zero).memory(65536), "one of 65536 pages"));
        all.put("2 memories", new Hostile(y(zero).memory(1).memory(1), "memories"));
        all.put("4 billion table entries", new Hostile(y(zero).table(0xffffffffL), "and 4294967295 entries"));
        all.put("a large table", new Hostile(y(zero).table(20_000), "and 20000 entries"));
        all.put(
                "4 billion bytes of data",
                new Hostile(y(zero).memory(1).dataOfLength(0xffffffffL), "bytes of data where"));
        all.put("data beyond memory", new Hostile(y(zero).memory(1).data(70000, new byte[9]), "cannot be started"));
        all.put(
                "2 billion parameters",
                new Hostile(y(zero).rawType(0x60, 0xff, 0xff, 0xff, 0xff, 7), "parameters where"));
        all.put("a struct", new Hostile(y(zero).rawType(0x5f, 0), "a type of form 0x5f"));
        all.put("a vector", new Hostile(y(zero).rawType(0x60, 1, 0x7b, 0), "a value of type 0x7b"));
        all.put("imported memory", new Hostile(y(zero).importMemory("env", "memory", 1), "is imported"));
        all.put(
                "an unknown import",
                new Hostile(
                        new ModuleBytes().importFunction("env", "system", "i:i").function("y", "d:d", zero),
                        "'env.system'"));
        all.put(
                "a mistyped import",
                new Hostile(
                        new ModuleBytes().importFunction("env", "sin", "i:d").function("y", "d:d", zero),
                        "'env.sin' is imported as"));
        all.put(
                "200 million local variables",
                new Hostile(
                        new ModuleBytes().functionWithLocals("y", "d:d", bytes(1, 0x80, 0x80, 0x80, 0x60, 0x7c), zero),
                        "too heavy"));
        all.put(
                "a trapping start",
                new Hostile(y(zero).function("", ":", bytes(0)).start(1), "cannot be started"));
        all.put(
                "an endless recursion at start",
                new Hostile(y(zero).function("", ":", bytes(0x10, 1)).start(1), "call stack exhausted"));
        all.put(
                "random numbers at start",
                new Hostile(
                        new ModuleBytes()
                                .importFunction("env", "random", ":d")
                                .function("y", "d:d", zero)
                                .function("", ":", bytes(0x10, 0, 0x1a))
                                .start(2),
                        "random and seed belong to a point"));
        all.put("a type error", new Hostile(y(i32(1)), "cannot be read"));
        all.put(
                "table.grow",
                new Hostile(
                        new ModuleBytes()
                                .table(1)
                                .function("y", "d:d", bytes(0xd0, 0x70, 0x41, 1, 0xfc, 15, 0, 0x1a), zero),
                        "instruction 0xfc 15"));
        all.put(
                "a function too long for the JVM",
                new Hostile(y(zero, repeated(concat(A, ADD), 40_000)), "cannot be compiled"));
        all.put("no memory for an array", new Hostile(new ModuleBytes().function("z", "d:d", zero), "no function 'y'"));
        all.put(
                "branches away from a high stack",
                new Hostile(
                        y(
                                bytes(2, 0x40),
                                repeated(A, 50_000),
                                repeated(bytes(0x41, 0, 0x0d, 0), 50_000),
                                repeated(bytes(0x1a), 50_000),
                                bytes(0x0b),
                                zero),
                        "too heavy"));
        all.put(
                "nesting without end",
                new Hostile(y(repeated(bytes(2, 0x40), 9000), repeated(bytes(0x0b), 9000), zero), "nested more than"));
        return all;
    }

    /** A module and a part of the answer to it. */
    public record Hostile(ModuleBytes module, String answer) {}

    private static ModuleBytes y(byte[]... code) {
        return new ModuleBytes().function("y", "d:d", code);
    }

    public static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }
}
