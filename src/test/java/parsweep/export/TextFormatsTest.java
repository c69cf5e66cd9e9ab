package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static parsweep.export.MemoryTable.column;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.export.Column.Kind;

/** What the documents look like, letter by letter. */
class TextFormatsTest {
    private static final MemoryTable TABLE = MemoryTable.of(
            List.of(
                    column("index", Kind.INTEGER),
                    column("a \"b\"", Kind.REAL),
                    column("ok", Kind.BOOLEAN),
                    column("word", Kind.TEXT),
                    column("path", Kind.ARRAY)),
            List.of(
                    List.of(0L, 1L, -2L),
                    Arrays.asList(0.1, null, Double.NEGATIVE_INFINITY),
                    Arrays.asList(true, null, false),
                    Arrays.asList("", null, "=A1,\r\n\"µ\""),
                    Arrays.asList(List.of(1.0, Double.NaN), null, List.of())));

    @Test
    void csvHasAHeadEmptyCellsForWhatIsMissingAndQuotesWhereTheyAreNeeded() throws IOException {
        assertThat(document(new CsvFormat(), TABLE)).isEqualTo("""
                index,"a ""b""\",ok,word,path\r
                0,0.1,true,"","[1.0,NaN]"\r
                1,,,,\r
                -2,-Infinity,false,"=A1,\r
                ""µ""\","[]"\r
                """);
    }

    @Test
    void jsonIsAnArrayOfFlatObjects() throws IOException {
        assertThat(document(new JsonFormat(false), TABLE)).isEqualTo("""
                [{"index":0,"a \\"b\\"":0.1,"ok":true,"word":"","path":[1.0,"NaN"]},
                {"index":1,"a \\"b\\"":null,"ok":null,"word":null,"path":null},
                {"index":-2,"a \\"b\\"":"-Infinity","ok":false,"word":"=A1,\\r\\n\\"µ\\"","path":[]}]
                """);
    }

    @Test
    void ndjsonIsTheSameObjectsOneALine() throws IOException {
        String json = document(new JsonFormat(false), TABLE);

        String ndjson = document(new JsonFormat(true), TABLE);

        assertThat(ndjson)
                .isEqualTo(json.replace("},\n", "}\n").replaceFirst("^\\[", "").replaceFirst("]\n$", "\n"));
    }

    @ParameterizedTest
    @CsvSource({"csv, 'x\r\n'", "json, '[]\n'", "ndjson, ''"})
    void aTableWithoutRowsIsADocumentToo(String extension, String expected) throws IOException {
        ResultFormat format = ResultFormats.byExtension(extension).orElseThrow();

        assertThat(document(format, MemoryTable.of(column("x", Kind.REAL)))).isEqualTo(expected);
    }

    /** JSON allows blanks before a value; a line of blanks is one that has an end. */
    @Test
    void blanksShowThatAStreamIsAliveAndNoLineIsLeftOpen() throws IOException {
        MemoryTable rows = MemoryTable.of(column("x", Kind.INTEGER), 1L, 2L).inBatchesOf(1);

        assertThat(document(new JsonFormat(true), idling(rows, 0))).isEqualTo("{\"x\":1}\n{\"x\":2}\n");
        assertThat(document(new JsonFormat(true), idling(rows, 2))).isEqualTo("{\"x\":1}\n  {\"x\":2}\n  \n");
    }

    /** The same rows, and after each of them so many moments without one. */
    private static Table idling(MemoryTable rows, int moments) {
        return new Table() {
            @Override
            public List<Column> columns() {
                return rows.columns();
            }

            @Override
            public long rows() {
                return rows.rows();
            }

            @Override
            public Table slice(long from, long to) {
                return idling(rows.slice(from, to), moments);
            }

            @Override
            public void read(int[] columns, BatchSink sink) throws IOException {
                rows.read(columns, batch -> {
                    sink.accept(batch);
                    sink.pause();
                    for (int i = 0; i < moments; i++) {
                        sink.idle();
                    }
                });
            }
        };
    }

    private static String document(ResultFormat format, Table table) throws IOException {
        return new String(RoundTripTest.written(format, table), StandardCharsets.UTF_8);
    }
}
