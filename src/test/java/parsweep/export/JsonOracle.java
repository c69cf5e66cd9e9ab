package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON and NDJSON by Jackson, which without options takes nothing that RFC 8259 does not. */
final class JsonOracle extends TextOracle {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final boolean lines;

    JsonOracle(boolean lines) {
        this.lines = lines;
    }

    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        Map<String, List<@Nullable Object>> result = empty(columns);
        for (JsonNode row : rows(file)) {
            assertThat(row.propertyNames()).containsExactlyElementsOf(names);
            for (Column column : columns) {
                column(result, column).add(value(column.kind(), row.required(column.name())));
            }
        }
        return result;
    }

    private List<JsonNode> rows(byte[] file) {
        if (!lines) {
            return MAPPER.readTree(file).asArray().valueStream().toList();
        }
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text)
                .satisfiesAnyOf(
                        it -> assertThat(it).isEmpty(), it -> assertThat(it).endsWith("}\n"));
        return text.isEmpty()
                ? List.of()
                : List.of(text.split("\n")).stream().map(MAPPER::readTree).toList();
    }

    private static @Nullable Object value(Column.Kind kind, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return switch (kind) {
            case REAL -> real(node);
            case INTEGER -> integer(node);
            case BOOLEAN -> node.booleanValue();
            case TEXT -> node.stringValue();
            case ARRAY -> node.asArray().valueStream().map(JsonOracle::real).toList();
        };
    }

    private static double real(JsonNode node) {
        return node.isString() ? notFinite(node.stringValue()) : node.doubleValue();
    }

    private static long integer(JsonNode node) {
        assertThat(node.isIntegralNumber()).as("%s is whole", node).isTrue();
        return node.longValue();
    }
}
