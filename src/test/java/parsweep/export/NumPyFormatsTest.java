package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parsweep.export.MemoryTable.column;
import static parsweep.export.RoundTripTest.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.export.Column.Kind;

/** What of {@code npy} and {@code npz} {@link RoundTripTest} does not say. */
class NumPyFormatsTest {
    private static final ResultFormat NPY = new NpyFormat();
    private static final ResultFormat NPZ = new NpzFormat();

    /** {@code numpy.save} of NumPy 2.4.6 writes this for {@code numpy.array([1, -1])}. */
    @Test
    void anArrayHasTheBytesOfNumPy() throws IOException {
        byte[] file = written(NPY, MemoryTable.of(column("x", Kind.INTEGER), 1L, -1L));

        String header = "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }";
        String data = "\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000" + "\u00ff".repeat(8);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .isEqualTo(header + " ".repeat(127 - header.length()) + "\n" + data);
    }

    /** Data must start at a multiple of 64 also where the header just fits or just does not. */
    @Test
    void aHeaderOfAnyLengthIsFilledUp() throws IOException {
        for (int digits = 0; digits < 9; digits++) { // widths 1, 10, ... 10^8 of a table without rows
            int width = (int) Math.pow(10, digits);
            Column column = new Column("x", Kind.ARRAY, "", width, false);

            NpyFile file = NpyFile.parse(written(NPY, MemoryTable.of(column)));

            assertThat(file.array().shape()).containsExactly(0, width);
            assertThat(file.dataStart()).isEqualTo(128);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anArrayIsOfOneColumn(int columns) {
        Table table = new Table() {
            @Override
            public List<Column> columns() {
                return Collections.nCopies(columns, column("x", Kind.REAL));
            }

            @Override
            public long rows() {
                return 0;
            }

            @Override
            public Table slice(long from, long to) {
                return this;
            }

            @Override
            public void read(int[] wanted, BatchSink sink) {}
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> NPY.write(table, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%d columns (expected: 1)", columns);
        assertThat(out.size()).isZero();
    }

    /** A reader may go by the directory at the end instead of the entries from the start; ZipFile compares checksums. */
    @Test
    void theDirectoryOfAnArchiveIsRight(@TempDir Path directory) throws IOException {
        MemoryTable table = Tables.random(5, 3000, 0.1);
        Path file = Files.write(directory.resolve("results.npz"), written(NPZ, table));

        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());

            assertThat(entries).hasSameSizeAs(table.columns());
            for (int i = 0; i < entries.size(); i++) {
                try (InputStream in = zip.getInputStream(entries.get(i))) {
                    byte[] array = in.readAllBytes();
                    assertThat(entries.get(i).getName())
                            .isEqualTo(table.columns().get(i).name() + ".npy");
                    assertThat(array).hasSize((int) entries.get(i).getSize());
                    assertThat(array).isEqualTo(written(NPY, table.singly().get(i)));
                }
            }
        }
    }

    @Test
    void anArchiveHasNoTwoColumnsOfOneName() {
        List<Column> columns = List.of(column("x", Kind.REAL), column("x", Kind.REAL));
        MemoryTable table = MemoryTable.of(columns, List.of(List.of(1.0), List.of(2.0)));

        assertThatThrownBy(() -> written(NPZ, table)).isInstanceOf(ZipException.class);
    }

    /** Values are missing in the first row, the last, or between; the type depends on whether any is. */
    @ParameterizedTest
    @CsvSource({"0, 1", "9, 1", "5, 3", "5, 10"})
    void oneMissingIntegerMakesAllOfThemReal(int missing, int batchRows) throws IOException {
        Object[] values = IntStream.range(0, 10)
                .mapToObj(row -> row == missing ? null : (Object) (long) row)
                .toArray();
        MemoryTable table = MemoryTable.of(column("x", Kind.INTEGER), values).inBatchesOf(batchRows);

        NumPyArray array = NpyFile.parse(written(NPY, table)).array();

        assertThat(array.type()).isEqualTo("<f8");
        assertThat(array.values().get(missing)).isEqualTo(Double.NaN);
        assertThat(array.values()).hasSize(10).doesNotContainNull();
    }
}
