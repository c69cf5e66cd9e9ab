package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CSV by FastCSV, and the arrays in it by Jackson. */
final class CsvOracle extends TextOracle {
    private static final JsonMapper ARRAYS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Longer than any text of the tests. */
    private static final int MAX_RECORD = 1 << 24;

    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) throws IOException {
        Map<String, List<@Nullable Object>> result = empty(columns);
        try (CsvReader<List<@Nullable String>> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .maxBufferSize(MAX_RECORD)
                .build(new Cells(), new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            Iterator<List<@Nullable String>> records = reader.iterator();
            List<String> names = columns.stream().map(Column::name).toList();
            assertThat(records.next()).as("head").isEqualTo(names);
            while (records.hasNext()) {
                List<@Nullable String> cells = records.next();
                assertThat(cells).hasSameSizeAs(columns);
                for (int i = 0; i < cells.size(); i++) {
                    column(result, columns.get(i)).add(value(columns.get(i).kind(), cells.get(i)));
                }
            }
        }
        return result;
    }

    private static @Nullable Object value(Column.Kind kind, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        return switch (kind) {
            case REAL -> Double.valueOf(cell);
            case INTEGER -> Long.valueOf(cell);
            case BOOLEAN -> flag(cell);
            case TEXT -> cell;
            case ARRAY ->
                ARRAYS.readTree(cell)
                        .asArray()
                        .valueStream()
                        .map(JsonNode::doubleValue)
                        .toList();
        };
    }

    private static boolean flag(String cell) {
        assertThat(cell).isIn("true", "false");
        return cell.equals("true");
    }

    /** The cells of a record; null is one with nothing in it, not even quotes. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {
        private List<@Nullable String> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            cells.add(length > 0 || quoted ? new String(buffer, offset, length) : null);
        }

        @Override
        protected void handleEmpty() {
            cells.add(null);
        }

        @Override
        protected List<@Nullable String> buildRecord() {
            return cells;
        }
    }
}
