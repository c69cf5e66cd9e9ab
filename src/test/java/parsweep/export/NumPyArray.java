package parsweep.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An array as NumPy sees it.
 *
 * @param type as in {@code dtype.str}
 * @param values Double, Long, Boolean or String, in C order
 */
record NumPyArray(String type, List<Integer> shape, List<Object> values) {

    /** What a column becomes: the table in {@link NpyFormat}'s comment. */
    static NumPyArray of(Column column, List<@Nullable Object> values) {
        boolean whole = values.stream().allMatch(Objects::nonNull);
        List<Integer> shape = List.of(values.size());
        return switch (column.kind()) {
            case REAL -> new NumPyArray("<f8", shape, reals(values));
            case INTEGER -> whole ? plain("<i8", shape, values) : new NumPyArray("<f8", shape, reals(values));
            case BOOLEAN -> whole ? plain("|b1", shape, values) : new NumPyArray("<f8", shape, reals(values));
            case TEXT -> texts(shape, values);
            case ARRAY -> arrays(column, values);
        };
    }

    private static NumPyArray plain(String type, List<Integer> shape, List<@Nullable Object> values) {
        List<Object> present = new ArrayList<>();
        values.forEach(value -> present.add(Objects.requireNonNull(value)));
        return new NumPyArray(type, shape, present);
    }

    private static List<Object> reals(List<@Nullable Object> values) {
        List<Object> reals = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Boolean flag) {
                reals.add(flag ? 1.0 : 0.0);
            } else {
                reals.add(value instanceof Number number ? number.doubleValue() : Double.NaN);
            }
        }
        return reals;
    }

    private static NumPyArray texts(List<Integer> shape, List<@Nullable Object> values) {
        List<Object> texts = new ArrayList<>();
        int longest = 1;
        for (Object value : values) {
            String text = value == null ? "" : (String) value;
            longest = Math.max(longest, text.codePointCount(0, text.length()));
            texts.add(text);
        }
        return new NumPyArray("<U" + longest, shape, texts);
    }

    private static NumPyArray arrays(Column column, List<@Nullable Object> values) {
        int width = column.arrayLength();
        if (width == Column.UNKNOWN_LENGTH) {
            width = values.stream()
                    .mapToInt(value -> elements(value).size())
                    .max()
                    .orElse(0);
        }
        List<Object> elements = new ArrayList<>();
        for (Object value : values) {
            elements.addAll(elements(value));
            elements.addAll(Collections.nCopies(width - elements(value).size(), Double.NaN));
        }
        return new NumPyArray("<f8", List.of(values.size(), width), elements);
    }

    private static List<?> elements(@Nullable Object array) {
        return array == null ? List.of() : (List<?>) array;
    }

    /** Not all the values: there may be many. */
    @Override
    public String toString() {
        return "%s%s%s"
                .formatted(
                        type,
                        shape,
                        Stream.concat(values.stream().limit(50), Stream.of("…")).toList());
    }
}
