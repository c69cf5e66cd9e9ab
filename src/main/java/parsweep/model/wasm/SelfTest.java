package parsweep.model.wasm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import run.endive.runtime.Instance;

/**
 * Finds out whether this JVM computes modules correctly, and helps it if it is known to err.
 *
 * <p>The C2 compiler of JDK 17 compiles a comparison by {@code Integer.compareUnsigned} wrongly in some loops; those that
 * C compilers make of {@code exp} are among them: the first call of {@code sum(3000000)} in {@code selftest.c} is off by 1 in
 * every new JVM, later ones are right. JDK 25, C1 and the JVM's interpreter are right. If C2 does not inline that method,
 * it errs no more, and modules take up to 1.3 times as long. Below JDK 21 it is told so, by a compiler directive. Then, and
 * from 21 on at once, that loop and a table of functions are computed: a wrong number is worse than none.
 */
final class SelfTest {
    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

    /** From this version on no wrong results are known. */
    private static final int TRUSTED_VERSION = 21;

    private static final String DIRECTIVE =
            "[{match: [\"*.*\"], c2: {inline: [\"-java/lang/Integer.compareUnsigned\"]}}]";

    /** As the JVM's interpreter and both compilers of JDK 25 compute it; StrictMath's exp gives the same. */
    private static final double SUM = 1000.5000833332927;

    private static final int TERMS = 3_000_000;

    private static final double[] ARGUMENTS = {1e-300, 1e-9, 0.1, 0.5, 1, 2.5, 10, 700};

    /** Both libraries err by less than 1 unit in the last place. */
    private static final int MAX_ULPS = 2;

    private static final Map<String, DoubleUnaryOperator> TABLE = Map.of(
            "exp", StrictMath::exp,
            "log", StrictMath::log,
            "sin", StrictMath::sin,
            "cube", x -> StrictMath.pow(x, 3));

    private final int javaVersion;
    private final String directive;
    private @Nullable String verdict; // guarded by this: empty if all is well; null before the test

    SelfTest() {
        this(Runtime.version().feature(), DIRECTIVE);
    }

    /** A test of a JVM that is taken for one of another version, and is given another directive. */
    SelfTest(int javaVersion, String directive) {
        this.javaVersion = javaVersion;
        this.directive = directive;
    }

    /**
     * Tests the JVM at the first call, which takes a second or two.
     *
     * @throws WebAssemblyUnavailable if it does not compute correctly
     * @throws run.endive.runtime.WasmInterruptedException if the thread is interrupted; the next call tests again
     */
    synchronized void require() {
        if (verdict == null) {
            verdict = run();
            if (!verdict.isEmpty()) {
                LOG.error("WebAssembly is not available: {}", verdict);
            }
        }
        if (!verdict.isEmpty()) {
            throw new WebAssemblyUnavailable(verdict);
        }
    }

    private String run() {
        if (javaVersion < TRUSTED_VERSION) {
            try {
                addDirective();
            } catch (JMException | IOException | RuntimeException e) {
                return "the compiler of Java %d errs and takes no directives (%s); Java %d or newer needs none"
                        .formatted(javaVersion, e.getMessage(), TRUSTED_VERSION);
            }
        }
        Instance instance = CompiledModule.of(module(), 16).instantiate(new HostFunctions());
        double sum = Double.longBitsToDouble(instance.export("sum").apply(TERMS)[0]);
        if (sum != SUM) {
            return "this JVM computes a sum of exponentials as %s instead of %s".formatted(sum, SUM);
        }
        for (Map.Entry<String, DoubleUnaryOperator> function : TABLE.entrySet()) {
            for (double x : ARGUMENTS) {
                double expected = function.getValue().applyAsDouble(x);
                long bits = instance.export(function.getKey()).apply(Double.doubleToRawLongBits(x))[0];
                double actual = Double.longBitsToDouble(bits);
                if (!(Math.abs(actual - expected) <= MAX_ULPS * Math.ulp(expected))) {
                    return "this JVM computes %s(%s) as %s instead of %s"
                            .formatted(function.getKey(), x, actual, expected);
                }
            }
        }
        return "";
    }

    private void addDirective() throws JMException, IOException {
        Path file = Files.createTempFile("parsweep-", ".json");
        try {
            Files.writeString(file, directive);
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "compilerDirectivesAdd",
                            new Object[] {new String[] {file.toString()}},
                            new String[] {String[].class.getName()});
            if (!String.valueOf(answer).contains("1 compiler directives added")) {
                throw new IOException(String.valueOf(answer).lines().findFirst().orElse("no answer"));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] module() {
        try (InputStream module = SelfTest.class.getResourceAsStream("selftest.wasm")) {
            if (module == null) {
                throw new IllegalStateException("selftest.wasm is missing");
            }
            return module.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
