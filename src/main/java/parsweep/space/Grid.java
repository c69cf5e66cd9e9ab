package parsweep.space;

import java.util.List;

/** Every combination of the values of its axes; the last axis varies fastest, as in {@code itertools.product}. */
public record Grid(List<NamedAxis> axes) implements Space {
    /**
     * @throws IllegalArgumentException if two axes have one name or there are more than {@link #MAX_SIZE} points
     */
    public Grid {
        axes = List.copyOf(axes);
        NamedAxis.names(axes);
        size(axes);
    }

    @Override
    public List<String> parameters() {
        return NamedAxis.names(axes);
    }

    @Override
    public long size() {
        return size(axes);
    }

    @Override
    public List<Dimension> dimensions() {
        return axes.stream()
                .map(axis -> new Dimension(List.of(axis.name()), axis.axis().size()))
                .toList();
    }

    @Override
    public PointReader reader(int[] slots) {
        Axis[] byPosition = axes.stream().map(NamedAxis::axis).toArray(Axis[]::new);
        long[] sizes = axes.stream().mapToLong(axis -> axis.axis().size()).toArray();
        int[] targets = slots.clone();
        return (index, target) -> {
            long rest = index;
            for (int i = byPosition.length - 1; i > 0; i--) {
                long quotient = rest / sizes[i];
                byPosition[i].read(rest - quotient * sizes[i], targets[i], target);
                rest = quotient;
            }
            byPosition[0].read(rest, targets[0], target);
        };
    }

    private static long size(List<NamedAxis> axes) {
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a grid without axes (expected: at least 1)");
        }
        if (axes.stream().anyMatch(axis -> axis.axis().size() == 0)) {
            return 0; // decided first, because the sizes before an empty axis may overflow
        }
        return axes.stream().mapToLong(axis -> axis.axis().size()).reduce(1, Space::multiply);
    }
}
