package parsweep.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;

/** Arrow streams by Arrow's own reader. */
final class ArrowOracle extends TextOracle {
    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) throws IOException {
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(file), allocator)) {
            Map<String, List<@Nullable Object>> result = new LinkedHashMap<>();
            reader.getVectorSchemaRoot()
                    .getSchema()
                    .getFields()
                    .forEach(field -> result.put(field.getName(), new ArrayList<>()));
            while (reader.loadNextBatch()) {
                List<FieldVector> vectors = reader.getVectorSchemaRoot().getFieldVectors();
                List<List<@Nullable Object>> targets = new ArrayList<>(result.values());
                for (int i = 0; i < vectors.size(); i++) {
                    for (int row = 0; row < vectors.get(i).getValueCount(); row++) {
                        targets.get(i).add(value(vectors.get(i).getObject(row)));
                    }
                }
            }
            return result;
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Text text) {
            return text.toString();
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }
}
