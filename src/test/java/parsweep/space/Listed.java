package parsweep.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A space, and beside it its points, listed by nested loops as {@code itertools.product}, {@code zip} and
 * {@code chain} would: a reference that knows nothing of indices.
 */
record Listed(Space space, List<Map<String, Object>> points) {
    /** An axis and its values, written down one by one. */
    record Column(NamedAxis axis, List<Object> values) {
        String name() {
            return axis.name();
        }
    }

    static Listed grid(List<Column> columns) {
        List<Map<String, Object>> points = List.of(Map.of());
        for (Column column : columns) {
            points = pairs(
                    points,
                    column.values().stream()
                            .map(value -> Map.of(column.name(), value))
                            .toList());
        }
        return new Listed(new Grid(axes(columns)), points);
    }

    /** Columns of one length. */
    static Listed zip(List<Column> columns) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (int row = 0; row < columns.get(0).values().size(); row++) {
            Map<String, Object> point = new LinkedHashMap<>();
            for (Column column : columns) {
                point.put(column.name(), column.values().get(row));
            }
            points.add(point);
        }
        return new Listed(new Zip(axes(columns)), points);
    }

    static Listed union(List<Listed> parts) {
        List<Map<String, Object>> points = new ArrayList<>();
        parts.forEach(part -> points.addAll(part.points()));
        return new Listed(new Union(spaces(parts)), points);
    }

    static Listed product(List<Listed> factors) {
        List<Map<String, Object>> points = List.of(Map.of());
        for (Listed factor : factors) {
            points = pairs(points, factor.points());
        }
        return new Listed(new Product(spaces(factors)), points);
    }

    /** Every left with every right, the right ones varying fastest. */
    private static List<Map<String, Object>> pairs(List<Map<String, Object>> left, List<Map<String, Object>> right) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Map<String, Object> a : left) {
            for (Map<String, Object> b : right) {
                Map<String, Object> both = new LinkedHashMap<>(a);
                both.putAll(b);
                pairs.add(both);
            }
        }
        return pairs;
    }

    private static List<NamedAxis> axes(List<Column> columns) {
        return columns.stream().map(Column::axis).toList();
    }

    private static List<Space> spaces(List<Listed> listed) {
        return listed.stream().map(Listed::space).toList();
    }
}
