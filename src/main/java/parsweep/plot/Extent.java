package parsweep.plot;

/** The range of what is drawn, and whether a logarithmic axis could show it. */
final class Extent {
    /** Of a linear axis, left free at both ends. */
    private static final double PADDING = 0.04;

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    void add(double value) {
        if (Double.isFinite(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    void add(double[] values) {
        for (double value : values) {
            add(value);
        }
    }

    /** The scale on which all of it is seen; from 0 to 1 if there is nothing. */
    Scale scale(boolean logarithmic) {
        if (min > max) {
            return new LinearScale(0, 1);
        }
        if (logarithmic && min > 0) {
            double padding = Math.pow(max / min, PADDING);
            return new LogScale(min / padding, max * padding);
        }
        return LinearScale.of(min, max).padded(PADDING);
    }
}
