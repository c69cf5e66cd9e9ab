package parsweep.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One array by {@link NpyFile}. */
final class NpyOracle implements Oracle {
    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) {
        return Map.of(columns.get(0).name(), NpyFile.parse(file).array());
    }

    @Override
    public Map<String, ?> expected(MemoryTable table) {
        return arrays(table);
    }

    static Map<String, NumPyArray> arrays(MemoryTable table) {
        Map<String, NumPyArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            arrays.put(column.name(), NumPyArray.of(column, table.values(i)));
        }
        return arrays;
    }
}
