package parsweep.space;

import java.util.List;

/** A parameter and the values that it takes. */
public record NamedAxis(String name, Axis axis) {
    static List<String> names(List<NamedAxis> axes) {
        List<String> names = axes.stream().map(NamedAxis::name).toList();
        requireDistinct(names);
        return names;
    }

    static void requireDistinct(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) != i) {
                throw new IllegalArgumentException("parameter '%s' twice (expected: once)".formatted(names.get(i)));
            }
        }
    }
}
