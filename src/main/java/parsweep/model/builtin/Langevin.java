package parsweep.model.builtin;

/** The Langevin function {@code coth k - 1/k}: the mean cosine of the von Mises-Fisher distribution on the sphere. */
final class Langevin {
    /** Above it Newton's method is good to 11 digits; below it the first term left out of the series is below that. */
    private static final double SERIES_BELOW = 0.03;

    private Langevin() {}

    /**
     * The {@code k > 0} at which {@code coth k - 1/k = 1 - m}, to 11 digits.
     *
     * @param m one minus the mean cosine, in {@code (0, 1)}; not the cosine, so that those near 1 keep their digits
     */
    static double inverseOfOneMinus(double m) {
        double y = 1 - m;
        if (y < SERIES_BELOW) {
            return y * (3 + y * y * (9.0 / 5 + y * y * (297.0 / 175 + y * y * (1539.0 / 875))));
        }
        // 1/k - 2/(exp(2k) - 1) - m is convex and falls, and 3y is left of its root, so Newton's method climbs to
        // the root and turns back only by rounding.
        double k = 3 * y;
        while (true) {
            double sinh = StrictMath.sinh(k);
            double excess = 1 / k - 2 / StrictMath.expm1(2 * k) - m;
            double slope = 1 / (k * k) - 1 / (sinh * sinh);
            double next = k + excess / slope;
            if (!(next > k)) {
                return k;
            }
            k = next;
        }
    }
}
