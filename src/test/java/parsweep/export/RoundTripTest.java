package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All formats, all tables: what is written is what somebody else reads. */
class RoundTripTest {
    static Stream<Arguments> formatsAndTables() {
        List<Named<MemoryTable>> tables = Tables.all().toList();
        return ResultFormats.all().stream()
                .flatMap(format ->
                        tables.stream().map(table -> Arguments.of(Named.of(format.extension(), format), table)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("formatsAndTables")
    void whatIsWrittenIsReadBack(ResultFormat format, MemoryTable whole) throws IOException {
        Oracle oracle = Oracle.of(format);

        for (MemoryTable table : tablesFor(format, whole)) {
            Map<String, ?> read = oracle.read(written(format, table), table.columns());

            assertEqual(read, oracle.expected(table));
        }
    }

    /**
     * The table in pieces that a format can hold: an {@code npy} has one column. NetCDF's reader in Java knows no integers of
     * 64 bits: see {@link NetCdfTest} for these.
     */
    static List<MemoryTable> tablesFor(ResultFormat format, MemoryTable table) {
        return switch (format.extension()) {
            case "npy" -> table.singly();
            case "nc" -> List.of(table.withExactIntegers());
            default -> List.of(table);
        };
    }

    static byte[] written(ResultFormat format, Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(table, out);
        return out.toByteArray();
    }

    /** In the same order too; column by column, or a failure would fill pages. */
    static void assertEqual(Map<String, ?> read, Map<String, ?> expected) {
        assertThat(new ArrayList<>(read.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
        expected.forEach(
                (name, column) -> assertThat((Object) read.get(name)).as(name).isEqualTo(column));
    }
}
