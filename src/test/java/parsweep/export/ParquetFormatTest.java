package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static parsweep.export.MemoryTable.column;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parsweep.export.Column.Kind;

/** Row groups, and what readers skip them by. */
class ParquetFormatTest {
    private static final int GROUP_ROWS = 61_440;
    private static final long GROUP_BYTES = 4 * 1024 * 1024;

    @TempDir
    private Path directory;

    /** Two full row groups and a row; at the ends of both, values are missing, or only there are some. */
    @Test
    void rowGroupsLeaveNoTraceInWhatIsRead() throws IOException {
        int rows = 2 * GROUP_ROWS + 1;
        MemoryTable table = MemoryTable.of(
                        List.of(
                                new Column("required", Kind.INTEGER, "", Column.UNKNOWN_LENGTH, false),
                                column("integer", Kind.INTEGER),
                                column("real", Kind.REAL),
                                column("flag", Kind.BOOLEAN),
                                column("text", Kind.TEXT)),
                        List.of(
                                values(rows, row -> (long) row * row),
                                values(rows, row -> isEdge(row) ? null : (Object) (long) -row),
                                values(rows, row -> isEdge(row) ? Tables.REALS.get(row % Tables.REALS.size()) : null),
                                values(rows, row -> isEdge(row) || row % 3 == 0 ? null : (Object) (row % 2 == 0)),
                                values(rows, row -> row < GROUP_ROWS ? "done" : isEdge(row) ? "µ" + row : null)))
                .inBatchesOf(4096, 1, 99);

        Path file = write(table);

        assertThat(groups(file)).extracting(BlockMetaData::getRowCount).containsExactly(61_440L, 61_440L, 1L);
        assertThatAllReadersFind(table, file);
    }

    private static boolean isEdge(int row) {
        return row % GROUP_ROWS < 7 || row % GROUP_ROWS >= GROUP_ROWS - 9;
    }

    /** The texts of a dictionary are held as long as those of the table would be. */
    @Test
    void textsThatAreAllDifferentEndARowGroupEarly() throws IOException {
        MemoryTable table = MemoryTable.of(
                        column("text", Kind.TEXT),
                        values(100_000, row -> "text " + row).toArray())
                .inBatchesOf(4096);

        Path file = write(table);

        assertThat(groups(file)).hasSizeGreaterThan(1).allMatch(group -> group.getTotalByteSize() < GROUP_BYTES);
        assertThatAllReadersFind(table, file);
    }

    @Test
    void longArraysEndARowGroupEarly() throws IOException {
        List<Double> array = Collections.nCopies(100_000, 0.1);
        MemoryTable table = MemoryTable.of(
                        column("array", Kind.ARRAY),
                        values(25, row -> row % 5 == 0 ? null : array).toArray())
                .inBatchesOf(10);

        Path file = write(table);

        assertThat(groups(file)).hasSize(4); // of 6 arrays, the last of 2
        RoundTripTest.assertEqual(
                new ParquetOracle().read(Files.readAllBytes(file), table.columns()),
                new ParquetOracle().expected(table));
    }

    @Test
    void statisticsAreTheLeastAndTheGreatestValueAndHowManyAreMissing() throws Exception {
        assertThat(statistics(Kind.INTEGER, 3L, null, Long.MIN_VALUE, 7L)).isEqualTo("-9223372036854775808 to 7, 1");
        assertThat(statistics(Kind.REAL, 0.5, -1e300, null, null)).isEqualTo("-1e+300 to 0.5, 2");
        assertThat(statistics(Kind.BOOLEAN, true, null)).isEqualTo("true to true, 1");
        assertThat(statistics(Kind.BOOLEAN, true, false)).isEqualTo("false to true, 0");
        assertThat(statistics(Kind.TEXT, "b", "a", null, "µ", "b")).isEqualTo("a to µ, 1");
        assertThat(statistics(Kind.ARRAY, List.of(2.0, 1.0), List.of(), null)).isEqualTo("1.0 to 2.0, 2");
        assertThat(statistics(Kind.REAL, null, null)).isEqualTo("null to null, 2");
        assertThat(statistics(Kind.TEXT, null, null)).isEqualTo("null to null, 2");
    }

    /** As the format asks: a reader that looks for a zero of either sign must not skip the other. */
    @Test
    void bothZerosAreInTheRangeOfOne() throws Exception {
        assertThat(statistics(Kind.REAL, 0.0, 1.0)).isEqualTo("-0.0 to 1.0, 0");
        assertThat(statistics(Kind.REAL, -1.0, -0.0)).isEqualTo("-1.0 to 0.0, 0");
    }

    /** NaN is outside any range. To some readers it is greater than all numbers, so that one without it would mislead them. */
    @Test
    void aRowGroupWithNanHasNoRange() throws Exception {
        assertThat(statistics(Kind.REAL, 1.0, Double.NaN, null)).isEqualTo("null to null, 1");
        assertThat(statistics(Kind.REAL, Double.NaN, Double.NaN)).isEqualTo("null to null, 0");
        assertThat(statistics(Kind.ARRAY, List.of(Double.NaN))).isEqualTo("null to null, 0");

        Path file = write(table(Kind.REAL, 1.0, Double.NaN, null));

        assertThat(query(file, "SELECT count(*) FROM '%s' WHERE value > 2")).isEqualTo("1");
        try (ParquetFileReader reader = ParquetFileReader.open(inputFile(file))) {
            ColumnChunkMetaData chunk =
                    reader.getRowGroups().get(0).getColumns().get(0);
            assertThat(reader.readColumnIndex(chunk)).isNull(); // it would say that the page is empty
        }
    }

    private String statistics(Kind kind, @Nullable Object... values) throws IOException, SQLException {
        return query(write(table(kind, values)), """
                SELECT concat(coalesce(stats_min_value, 'null'), ' to ', coalesce(stats_max_value, 'null'), ', ',
                    stats_null_count) FROM parquet_metadata('%s')""");
    }

    private static MemoryTable table(Kind kind, @Nullable Object... values) {
        return MemoryTable.of(column("value", kind), values);
    }

    private static String query(Path file, String sql) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted(file))) {
            result.next();
            return result.getString(1);
        }
    }

    private static List<@Nullable Object> values(int rows, IntFunction<@Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            values.add(value.apply(row));
        }
        return Collections.unmodifiableList(values);
    }

    private Path write(Table table) throws IOException {
        return Files.write(Files.createTempFile(directory, "results-", ".parquet"), written(table));
    }

    private static byte[] written(Table table) throws IOException {
        return RoundTripTest.written(new ParquetFormat(), table);
    }

    private static InputFile inputFile(Path file) {
        return new LocalInputFile(file);
    }

    private static List<BlockMetaData> groups(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(inputFile(file))) {
            return reader.getRowGroups();
        }
    }

    private static void assertThatAllReadersFind(MemoryTable table, Path file) throws IOException {
        RoundTripTest.assertEqual(
                new ParquetOracle().read(Files.readAllBytes(file), table.columns()),
                new ParquetOracle().expected(table));
        try (Stream<List<@Nullable Object>> rows =
                ParquetReader.streamContent(inputFile(file), HydratorSupplier.constantly(new Rows()))) {
            int[] row = {0};
            rows.forEach(cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    assertThat(cells.get(column)).isEqualTo(table.values(column).get(row[0]));
                }
                row[0]++;
            });
            assertThat(row[0]).isEqualTo((int) table.rows());
        }
    }

    /** Rows of parquet-java as lists. */
    private static final class Rows implements Hydrator<List<@Nullable Object>, List<@Nullable Object>> {
        @Override
        public List<@Nullable Object> start() {
            return new ArrayList<>();
        }

        @Override
        public List<@Nullable Object> add(List<@Nullable Object> row, String column, @Nullable Object value) {
            row.add(value);
            return row;
        }

        @Override
        public List<@Nullable Object> finish(List<@Nullable Object> row) {
            return row;
        }
    }
}
