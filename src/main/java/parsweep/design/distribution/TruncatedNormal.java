package parsweep.design.distribution;

/**
 * The normal distribution of {@code mean} and {@code sd}, given that the value is in {@code [low, high)}, however far
 * from the mean that is. The mean and sd are those before truncation.
 *
 * <p>Where the interval touches the middle of the distribution, the distribution function is inverted. In a tail, where
 * that would be 0 or 1 throughout, the distance {@code t} from the inner end {@code a} is found by Newton's iteration
 * on {@code -log S(a + t) / S(a) = a t + t^2 / 2 - log M(a + t) / M(a)}, with the upper tail S and Mills' ratio M. As
 * it is convex in t, the iteration descends to the root from wherever it starts to the right of it. The error is a few
 * units in the last place of a standard deviation.
 */
public record TruncatedNormal(double mean, double sd, double low, double high) implements NumericDistribution {
    /** Ten are enough, as each squares the error; what is left then is a step to and fro in the last place. */
    private static final int MAX_ITERATIONS = 20;

    /**
     * @throws IllegalArgumentException if {@code sd} is not greater than 0, {@code low} is not less than {@code high}, or
     *     the distance of one from the mean, in units of {@code sd}, is not finite
     */
    public TruncatedNormal {
        boolean finite = Double.isFinite((low - mean) / sd) && Double.isFinite((high - mean) / sd);
        if (!(sd > 0 && low < high) || Double.isInfinite(sd) || !finite) {
            throw new IllegalArgumentException(
                    "truncnormal of mean %s, sd %s over [%s, %s) (expected: finite, sd > 0, low < high)"
                            .formatted(mean, sd, low, high));
        }
    }

    @Override
    public double quantile(double u) {
        double a = (low - mean) / sd;
        double b = (high - mean) / sd;
        double value;
        if (u == 0) {
            value = low; // which the others may miss by a rounding
        } else if (a >= StandardNormal.TAIL) {
            value = low + sd * tail(a, b, 1 - u);
        } else if (b <= -StandardNormal.TAIL) {
            value = high - sd * tail(-b, -a, u);
        } else {
            value = mean + sd * middle(a, b, u);
        }
        return Math.max(low, Math.min(value, max()));
    }

    @Override
    public double min() {
        return low;
    }

    @Override
    public double max() {
        return Math.nextDown(high);
    }

    /** By the smaller of the probabilities below and above, which is the more exact one. */
    private static double middle(double a, double b, double u) {
        double below = StandardNormal.cdf(a);
        double p = below + u * (StandardNormal.cdf(b) - below);
        if (p <= 0.5) {
            return StandardNormal.quantile(p);
        }
        double above = StandardNormal.cdf(-b);
        return -StandardNormal.quantile(above + (1 - u) * (StandardNormal.cdf(-a) - above));
    }

    /**
     * How far from {@code a} a quantile of the normal distribution over {@code [a, b]} is.
     *
     * @param a at least 2
     * @param above the probability of what comes after the quantile
     */
    private static double tail(double a, double b, double above) {
        if (above == 0) {
            return b - a;
        }
        double millsAtA = StandardNormal.mills(a);
        double whole = hazard(a, b - a, StandardNormal.mills(b) / millsAtA);
        double target = above > 0.5 // of the hazard
                ? -StrictMath.log1p((1 - above) * StrictMath.expm1(-whole))
                : -StrictMath.log(above + (1 - above) * StrictMath.exp(-whole));
        double t = target * millsAtA; // to the right of the root: the rate at a is the least
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double mills = StandardNormal.mills(a + t);
            double step = (hazard(a, t, mills / millsAtA) - target) * mills;
            t -= step;
            if (!(Math.abs(step) > Math.ulp(t))) {
                break;
            }
        }
        return t;
    }

    /** The cumulative hazard, {@code -log S(a + t) / S(a)}. */
    private static double hazard(double a, double t, double millsRatio) {
        return t * (a + 0.5 * t) - StrictMath.log(millsRatio);
    }
}
