package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link RoundTripTest} says of {@code npy} and {@code npz}, by NumPy itself where it is installed. */
@Timeout(120) // a process may hang
class NumPyTest {
    @SuppressWarnings("NullAway.Init") // by start()
    private static Optional<NumPy> numPy;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path directory;

    @BeforeAll
    static void start() {
        numPy = NumPy.start();
    }

    /** Before each, not all: every test is to be counted as skipped. */
    @BeforeEach
    void needsNumPy() {
        assumeTrue(numPy.isPresent(), NumPy.MISSING);
    }

    @AfterAll
    static void stop() throws IOException {
        if (numPy.isPresent()) {
            numPy.get().close();
        }
    }

    static Stream<Named<MemoryTable>> tables() {
        return Tables.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void opensAnArchiveByTheNamesOfItsColumns(MemoryTable table) throws IOException {
        byte[] file = RoundTripTest.written(new NpzFormat(), table);

        Map<String, NumPyArray> read = load(file);

        RoundTripTest.assertEqual(read, NpyOracle.arrays(table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void opensEachColumnByItself(MemoryTable table) throws IOException {
        for (MemoryTable column : table.singly()) {
            byte[] file = RoundTripTest.written(new NpyFormat(), column);

            Map<String, NumPyArray> read = load(file);

            assertThat(read)
                    .containsExactly(
                            Map.entry("", NumPyArray.of(column.columns().get(0), column.values(0))));
        }
    }

    /** Else the tests above would prove nothing. */
    @Test
    void doesNotOpenAFileThatIsCutOff() throws IOException {
        MemoryTable table = Tables.random(1, 10, 0);
        byte[] array = RoundTripTest.written(new NpyFormat(), table.singly().get(0));
        byte[] archive = RoundTripTest.written(new NpzFormat(), table);

        assertThatThrownBy(() -> load(Arrays.copyOf(array, array.length - 1))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> load(Arrays.copyOf(archive, archive.length - 30)))
                .isInstanceOf(IOException.class);
    }

    private Map<String, NumPyArray> load(byte[] file) throws IOException {
        return numPy.orElseThrow().load(Files.write(directory.resolve("file"), file));
    }
}
