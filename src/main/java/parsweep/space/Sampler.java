package parsweep.space;

/** Draws the points of a {@link Sample}, each from its index alone. Immutable. */
public interface Sampler {
    /** Number of points, in {@code [1, MAX_SIZE]}. */
    long count();

    /** Number of values of a point, at least 1. */
    int dimensions();

    /**
     * Compiles this for a layout of slots.
     *
     * @param slots slot of each dimension
     */
    PointReader reader(int[] slots);
}
