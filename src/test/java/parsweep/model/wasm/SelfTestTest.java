package parsweep.model.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

class SelfTestTest {
    @Test
    void thisJvmComputesCorrectly() {
        assertThatCode(() -> new SelfTest().require()).doesNotThrowAnyException();
    }

    @Test
    void anOldJvmThatTakesNoDirectiveIsNotTrusted() {
        SelfTest test = new SelfTest(17, "[{no directive");

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(WebAssemblyUnavailable.class)
                    .isThrownBy(test::require)
                    .withMessageStartingWith("WebAssembly is not available: the compiler of Java 17 errs");
        }
    }

    /** In a JVM of its own, since C2 errs in the first call only, and not at all if it is left out. */
    @Test
    void aNewJvmWithItsOptimisingCompilerComputesCorrectly() throws IOException, InterruptedException {
        assertThat(answerOfNewJvm("")).isEqualTo("correct");
    }

    /** As one of Java 21, so that it is given no directive. An update of JDK 17 that errs no more makes this test obsolete. */
    @Test
    @EnabledOnJre(JRE.JAVA_17)
    void theErrorOfJava17IsFound() throws IOException, InterruptedException {
        assertThat(answerOfNewJvm("21"))
                .isEqualTo("WebAssembly is not available: this JVM computes a sum of exponentials as"
                        + " 1001.5000833332927 instead of 1000.5000833332927");
    }

    private static String answerOfNewJvm(String version) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xbatch", // the call waits for C2, which on a busy machine may come after it
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName(),
                        version)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().reduce((first, second) -> second).orElse("");
    }

    /** Prints what a self-test says. Argument: the version that the JVM is to be taken for, empty for its own. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            try {
                if (arguments.length == 0 || arguments[0].isEmpty()) {
                    new SelfTest().require();
                } else {
                    new SelfTest(Integer.parseInt(arguments[0]), "").require();
                }
                System.out.println("correct");
            } catch (WebAssemblyUnavailable e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
