package parsweep.model;

/**
 * An interval of numbers, each end open or closed; infinite ends are written as open.
 *
 * @param minOpen whether {@code min} itself is outside
 * @param maxOpen whether {@code max} itself is outside
 */
public record Interval(double min, double max, boolean minOpen, boolean maxOpen) {
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
    public static final Interval POSITIVE = new Interval(0, Double.POSITIVE_INFINITY, true, true);

    /**
     * @throws IllegalArgumentException if {@code min} is greater than {@code max} or one of them is NaN
     */
    public Interval {
        if (!(min <= max)) {
            throw new IllegalArgumentException("interval from %s to %s (expected: min <= max)".formatted(min, max));
        }
    }

    public static Interval closed(double min, double max) {
        return new Interval(min, max, false, false);
    }

    public static Interval open(double min, double max) {
        return new Interval(min, max, true, true);
    }

    /** {@code [min, infinity)}. */
    public static Interval atLeast(double min) {
        return new Interval(min, Double.POSITIVE_INFINITY, false, true);
    }

    public boolean contains(double value) {
        return (minOpen ? value > min : value >= min) && (maxOpen ? value < max : value <= max);
    }

    /** As people write it: {@code at least 0}, {@code greater than 0}, {@code in [0, 1)}. */
    @Override
    public String toString() {
        boolean noMin = min == Double.NEGATIVE_INFINITY;
        boolean noMax = max == Double.POSITIVE_INFINITY;
        if (noMin && noMax) {
            return "any number";
        }
        if (noMax) {
            return (minOpen ? "greater than " : "at least ") + number(min);
        }
        if (noMin) {
            return (maxOpen ? "less than " : "at most ") + number(max);
        }
        return "in " + (minOpen ? "(" : "[") + number(min) + ", " + number(max) + (maxOpen ? ")" : "]");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.valueOf(value);
    }
}
