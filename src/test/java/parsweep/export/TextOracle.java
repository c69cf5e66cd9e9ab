package parsweep.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A format that loses nothing. */
abstract class TextOracle implements Oracle {
    @Override
    public Map<String, ?> expected(MemoryTable table) {
        Map<String, List<@Nullable Object>> expected = empty(table.columns());
        for (int i = 0; i < table.columns().size(); i++) {
            column(expected, table.columns().get(i)).addAll(table.values(i));
        }
        return expected;
    }

    static Map<String, List<@Nullable Object>> empty(List<Column> columns) {
        Map<String, List<@Nullable Object>> result = new LinkedHashMap<>();
        columns.forEach(column -> result.put(column.name(), new ArrayList<>()));
        return result;
    }

    static List<@Nullable Object> column(Map<String, List<@Nullable Object>> columns, Column column) {
        List<@Nullable Object> values = columns.get(column.name());
        if (values == null) {
            throw new AssertionError("no column '%s'".formatted(column.name()));
        }
        return values;
    }

    /** The three words for what is not finite. */
    static double notFinite(String word) {
        return switch (word) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new AssertionError("'%s' is no number".formatted(word));
        };
    }
}
