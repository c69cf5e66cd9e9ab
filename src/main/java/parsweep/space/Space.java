package parsweep.space;

import java.util.List;
import java.util.Set;

/**
 * An ordered, lazy sequence of points, each an assignment of values to the same parameters. Immutable.
 *
 * <p>Neither {@link #size()} nor a {@link #reader(int[]) reader} ever builds the points.
 */
public sealed interface Space permits Grid, Zip, Union, Product, Sample, Derived, Constrained {
    /** The names, in the order of the definition; distinct. */
    List<String> parameters();

    /** Number of points, at most {@link #MAX_SIZE}. */
    long size();

    /**
     * The dimensions in which the points lie: the product of their sizes is {@link #size}, and the last one varies
     * fastest.
     */
    default List<Dimension> dimensions() {
        return List.of(new Dimension(parameters(), size()));
    }

    /**
     * Compiles this space for a layout of slots.
     *
     * @param slots slot of each of {@link #parameters()}, in that order
     */
    PointReader reader(int[] slots);

    /** Whether a constraint may exclude points. */
    default boolean isConstrained() {
        return false;
    }

    /** Those of {@link #parameters()} whose values come from formulas, and are known point by point only. */
    default Set<String> derived() {
        return Set.of();
    }

    /** Indices stay exact as doubles, in JSON and in every tool that reads a result. */
    long MAX_SIZE = ValueType.MAX_INTEGER;

    /**
     * The product of two sizes.
     *
     * @throws IllegalArgumentException if it exceeds {@link #MAX_SIZE}
     */
    static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        if (high != 0 || a * b < 0 || a * b > MAX_SIZE) {
            throw new IllegalArgumentException("more than 2^53 points (expected: at most %d)".formatted(MAX_SIZE));
        }
        return a * b;
    }
}
