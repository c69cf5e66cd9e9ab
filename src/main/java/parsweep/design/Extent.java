package parsweep.design;

import parsweep.space.Space;

/** How many points a design has, and of how many coordinates each. */
public record Extent(long count, int dimensions) {
    /**
     * @throws IllegalArgumentException if {@code count} is not in {@code [1, 2^53]} or {@code dimensions} is less than 1
     */
    public Extent {
        if (count < 1 || count > Space.MAX_SIZE || dimensions < 1) {
            throw new IllegalArgumentException("%d points of %d dimensions (expected: from 1 to %d points, at least 1)"
                    .formatted(count, dimensions, Space.MAX_SIZE));
        }
    }

    /**
     * This extent.
     *
     * @throws IllegalArgumentException if there are more dimensions than {@code max}
     */
    Extent atMost(int max, String design) {
        if (dimensions > max) {
            throw new IllegalArgumentException(
                    "%d parameters (expected: at most %d for %s)".formatted(dimensions, max, design));
        }
        return this;
    }
}
