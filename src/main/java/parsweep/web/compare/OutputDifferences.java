package parsweep.web.compare;

import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepResults;

/** The differences between the values of one output in two sweeps, value by value. Not thread-safe. */
final class OutputDifferences {
    private final String name;
    private final String unit;
    private final double tolerance;
    private final Largest absolute = new Largest();
    private final Largest relative = new Largest();
    private long compared;
    private long different;
    private boolean differs; // at the current point

    private static final class Largest {
        private double difference = -1;
        private double a;
        private double b;
        private int element;
        private long index;
        private long indexInOther;
    }

    OutputDifferences(String name, String unit, double tolerance) {
        this.name = name;
        this.unit = unit;
        this.tolerance = tolerance;
    }

    /** Compares two values at a point; NaN is equal to NaN. */
    void add(double a, double b, int element, long index, long indexInOther) {
        compared++;
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return;
        }
        double difference = Math.abs(a - b);
        double scale = Math.max(Math.abs(a), Math.abs(b));
        if (!(difference <= tolerance * scale)) { // NaN too
            differs = true;
        }
        if (Double.isFinite(difference)) {
            keep(absolute, difference, a, b, element, index, indexInOther);
            keep(relative, difference / scale, a, b, element, index, indexInOther);
        }
    }

    private static void keep(
            Largest largest, double difference, double a, double b, int element, long index, long indexInOther) {
        if (difference > largest.difference) {
            largest.difference = difference;
            largest.a = a;
            largest.b = b;
            largest.element = element;
            largest.index = index;
            largest.indexInOther = indexInOther;
        }
    }

    /** Notes a difference that is no number: of lengths or of texts. */
    void addOther(boolean equal) {
        compared++;
        differs |= !equal;
    }

    void endPoint() {
        different += differs ? 1 : 0;
        differs = false;
    }

    Comparison.OfOutput answer(SweepResults results, boolean isArray) {
        return new Comparison.OfOutput(
                name,
                unit,
                compared,
                different,
                answer(absolute, results, isArray),
                answer(relative, results, isArray));
    }

    private static Comparison.@Nullable Difference answer(Largest largest, SweepResults results, boolean isArray) {
        return largest.difference < 0
                ? null
                : new Comparison.Difference(
                        largest.difference,
                        largest.a,
                        largest.b,
                        isArray ? largest.element : null,
                        largest.index,
                        largest.indexInOther,
                        results.parameters(largest.index),
                        results.replicate(largest.index));
    }
}
