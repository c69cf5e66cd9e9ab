package parsweep.space;

import java.util.List;

/** The first values of all axes, then the second ones, and so on; lists of points and CSV tables are zips too. */
public record Zip(List<NamedAxis> axes) implements Space {
    /**
     * @throws IllegalArgumentException if there is no axis, two have one name, their lengths differ, or there are more
     *     than {@link #MAX_SIZE} points
     */
    public Zip {
        axes = List.copyOf(axes);
        NamedAxis.names(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a zip without axes (expected: at least 1)");
        }
        NamedAxis first = axes.get(0);
        Space.multiply(1, first.axis().size());
        for (NamedAxis other : axes) {
            if (other.axis().size() != first.axis().size()) {
                throw new IllegalArgumentException("'%s' has %d values, '%s' has %d (expected: equal lengths)"
                        .formatted(
                                first.name(),
                                first.axis().size(),
                                other.name(),
                                other.axis().size()));
            }
        }
    }

    @Override
    public List<String> parameters() {
        return NamedAxis.names(axes);
    }

    @Override
    public long size() {
        return axes.get(0).axis().size();
    }

    @Override
    public PointReader reader(int[] slots) {
        Axis[] byPosition = axes.stream().map(NamedAxis::axis).toArray(Axis[]::new);
        int[] targets = slots.clone();
        return (index, target) -> {
            for (int i = 0; i < byPosition.length; i++) {
                byPosition[i].read(index, targets[i], target);
            }
        };
    }
}
