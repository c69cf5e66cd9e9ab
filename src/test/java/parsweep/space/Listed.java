package parsweep.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parsweep.design.Design;
import parsweep.design.Extent;
import parsweep.design.LatinHypercube;
import parsweep.design.Sampling;
import parsweep.design.Sobol;
import parsweep.design.distribution.Choice;
import parsweep.design.distribution.Distribution;
import parsweep.formula.Formula;

/**
 * A space, and beside it its points, listed by nested loops as {@code itertools.product}, {@code zip} and
 * {@code chain} would: a reference that knows nothing of indices. A point that is excluded has {@link #EXCLUDED} too.
 */
record Listed(Space space, List<Map<String, Object>> points) {
    static final String EXCLUDED = "(excluded)";

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

    /** Values chosen from columns by a Latin hypercube of the positions, or, for odd seeds, by a scrambled sequence. */
    static Listed sample(List<Column> columns, long count, long seed) {
        Extent extent = new Extent(count, columns.size());
        Design design = seed % 2 == 0 ? new LatinHypercube(extent, seed) : new Sobol(extent, seed);
        List<Map<String, Object>> points = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Map<String, Object> point = new LinkedHashMap<>();
            double[] u = design.point(i);
            for (int j = 0; j < u.length; j++) {
                List<Object> values = columns.get(j).values();
                point.put(columns.get(j).name(), values.get((int) (u[j] * values.size())));
            }
            points.add(point);
        }
        List<Distribution> choices = columns.stream()
                .<Distribution>map(column -> new Choice(column.axis().axis()))
                .toList();
        List<String> names = columns.stream().map(Column::name).toList();
        return new Listed(new Sample(names, new Sampling(design, choices)), points);
    }

    /** A further parameter: one more than twice a number, if there is one, or 7. */
    static Listed derived(Listed from, String name, @Nullable String number) {
        Formula formula = Formula.parse(number == null ? "7" : "1 + 2 * " + number);
        List<Map<String, Object>> points = new ArrayList<>();
        for (Map<String, Object> point : from.points()) {
            Map<String, Object> more = new LinkedHashMap<>(point);
            more.put(name, number == null ? 7.0 : 1 + 2 * number(point, number));
            points.add(more);
        }
        return new Listed(new Derived(from.space(), List.of(new Derivation(name, formula))), points);
    }

    /** Only points at which a number is greater than another, if there is one, or none at all. */
    static Listed constrained(Listed from, @Nullable String number, double least) {
        Formula formula = Formula.parse(number == null ? "1 > 2" : number + " > " + least);
        List<Map<String, Object>> points = new ArrayList<>();
        for (Map<String, Object> point : from.points()) {
            Map<String, Object> marked = new LinkedHashMap<>(point);
            if (number == null || number(point, number) <= least) {
                marked.put(EXCLUDED, true);
            }
            points.add(marked);
        }
        return new Listed(new Constrained(from.space(), formula), points);
    }

    private static double number(Map<String, Object> point, String name) {
        return (double) Objects.requireNonNull(point.get(name));
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
