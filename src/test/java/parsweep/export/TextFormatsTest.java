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

    private static String document(ResultFormat format, MemoryTable table) throws IOException {
        return new String(RoundTripTest.written(format, table), StandardCharsets.UTF_8);
    }
}
