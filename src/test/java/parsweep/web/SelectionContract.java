package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.export.Column;
import parsweep.export.Column.Kind;
import parsweep.export.MemoryTable;
import parsweep.export.ResultFormat;
import parsweep.export.ResultFormats;
import parsweep.harness.Service;

/** Every way to choose rows, in every format, whatever the database: the files of a table of the expected rows. */
interface SelectionContract {
    /** Index i has the parameter x = i, and y = i or, where that is a multiple of 7, none. */
    String SWEEP = """
            {"model": {"formula": {"y": "x % 7 == 0 ? nan : x"}}, "space": {"grid": {"x": {"arange": [0, 50]}}}}""";

    Service service();

    @ParameterizedTest
    @CsvSource({
        "from=0&to=50, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36"
                + " 37 38 39 40 41 42 43 44 45 46 47 48 49",
        "from=5&to=9, 5 6 7 8",
        "status=failed, 0 7 14 21 28 35 42 49",
        "status=done&to=9, 1 2 3 4 5 6 8",
        "where=y%3E45, 46 47 48",
        "where=y!=y and x%3E40, 42 49",
        "sample=5, 0 10 20 30 40",
        "limit=3, 0 1 2",
        "sort=-y&limit=4, 48 47 46 45",
        "sort=y&limit=3&where=x%3E5, 6 8 9",
        "from=60, ''"
    })
    default void rowsAreThoseOfTheSelectionInEveryFormat(String query, String indices) throws IOException {
        List<Integer> expected = indices.isEmpty()
                ? List.of()
                : List.of(indices.split(" ")).stream().map(Integer::valueOf).toList();
        long id = service().run(SWEEP).get("id").longValue();

        for (ResultFormat format : ResultFormats.all()) {
            boolean one = format.extension().equals("npy");
            String path = "/api/v1/sweeps/%d/results.%s?%s&columns=%s"
                    .formatted(id, format.extension(), query.replace(" ", "%20"), one ? "y" : "index,x,status,y");

            byte[] file = service().download(path);

            assertThat(file).as(path).isEqualTo(written(format, table(expected, one)));
        }
    }

    private static byte[] written(ResultFormat format, MemoryTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(table, out);
        return out.toByteArray();
    }

    /**
     * @param onlyY whether there is no other column
     */
    private static MemoryTable table(List<Integer> indices, boolean onlyY) {
        List<Column> columns = List.of(
                column("index", Kind.INTEGER, false),
                column("x", Kind.REAL, false),
                column("status", Kind.TEXT, false),
                column("y", Kind.REAL, true));
        List<List<@Nullable Object>> values = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> values.add(new ArrayList<>()));
        for (int index : indices) {
            boolean failed = index % 7 == 0;
            values.get(0).add((long) index);
            values.get(1).add((double) index);
            values.get(2).add(failed ? "non-finite" : "done");
            values.get(3).add(failed ? null : (Object) (double) index);
        }
        return onlyY
                ? MemoryTable.of(columns.subList(3, 4), Collections.singletonList(values.get(3)))
                : MemoryTable.of(columns, values);
    }

    private static Column column(String name, Kind kind, boolean mayMiss) {
        return new Column(name, kind, "", Column.UNKNOWN_LENGTH, mayMiss);
    }
}
