package parsweep.design.distribution;

/** The functions of the standard normal distribution, in double precision into the tails. */
final class StandardNormal {
    private static final double SQRT_2_PI = 2.5066282746310007;

    /** From here outwards the tail is computed as such, not as what is left of 1. */
    static final double TAIL = 2;

    /**
     * Of the continued fraction, whose error falls like exp(-2 z sqrt(n)) with the number n of levels. With
     * {@code LEVELS + (DEPTH / z)^2} of them it is below 4e-18 from z = 2 on, as mpmath found.
     */
    private static final double DEPTH = 21;

    private static final int LEVELS = 10;

    // Coefficients of PPND16, the highest power first, each as the shortest decimal that is the double nearest to it.
    private static final double[] CENTRE_NUMERATOR = {
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665
    };
    private static final double[] CENTRE_DENOMINATOR = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1.0
    };
    private static final double[] MIDDLE_NUMERATOR = {
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835
    };
    private static final double[] MIDDLE_DENOMINATOR = {
        1.0507500716444169e-09,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1.0
    };
    private static final double[] FAR_NUMERATOR = {
        2.0103343992922881e-07,
        2.7115555687434876e-05,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103
    };
    private static final double[] FAR_DENOMINATOR = {
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1.0
    };

    private StandardNormal() {}

    /** The probability of values below {@code z}, with a relative error of some 10<sup>-15</sup> for {@code z > -10}. */
    static double cdf(double z) {
        if (z <= -TAIL) {
            return density(z) * mills(-z);
        }
        return z >= TAIL ? 1 - density(z) * mills(z) : 0.5 + density(z) * series(z);
    }

    /**
     * Mills' ratio: the probability of values above {@code z} over the density there, by Laplace's continued fraction.
     *
     * @param z at least {@link #TAIL}; may be huge
     * @see <a href="https://dlmf.nist.gov/7.9">DLMF 7.9.2</a>
     */
    static double mills(double z) {
        double tail = z;
        for (int level = LEVELS + (int) (DEPTH / z * (DEPTH / z)); level > 0; level--) {
            tail = z + level / tail;
        }
        return 1 / tail;
    }

    private static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / SQRT_2_PI;
    }

    /**
     * {@code z + z^3/3 + z^5/(3 5) + ...}
     *
     * @see <a href="https://doi.org/10.18637/jss.v011.i04">Marsaglia (2004)</a>
     */
    private static double series(double z) {
        double sum = z;
        double term = z;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
            term *= z * z / n;
            sum += term;
        }
        return sum;
    }

    /**
     * The value that is exceeded with probability {@code 1 - p}, with a relative error of some 10<sup>-16</sup>:
     * algorithm AS 241 (PPND16). {@code -Infinity} for 0.
     *
     * @param p in {@code [0, 1)}
     * @see <a href="https://doi.org/10.2307/2347330">Wichura (1988)</a>
     */
    static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * (polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r));
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double distance = r <= 5
                ? polynomial(MIDDLE_NUMERATOR, r - 1.6) / polynomial(MIDDLE_DENOMINATOR, r - 1.6)
                : polynomial(FAR_NUMERATOR, r - 5) / polynomial(FAR_DENOMINATOR, r - 5);
        return p == 0 ? Double.NEGATIVE_INFINITY : Math.copySign(distance, q);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
