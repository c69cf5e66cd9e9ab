package parsweep.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand in a printed figure. */
final class Numerals {
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String MINUS = "\u2212";

    /** From here on, and below its inverse, numbers are written with a power of ten. */
    private static final int LARGE_EXPONENT = 6;

    private static final int SMALL_EXPONENT = -4;

    private static final int DIGITS = 4;

    private Numerals() {}

    /**
     * A multiple of a step, with the digits that the step needs.
     *
     * @param exponent of the last digit that is needed: -2 for hundredths
     * @param largest the largest number of the axis, which decides how all are written
     */
    static String of(double value, int exponent, double largest) {
        BigDecimal exact = BigDecimal.valueOf(value).setScale(-exponent, RoundingMode.HALF_EVEN);
        if (exact.signum() == 0) {
            return "0";
        }
        int magnitude = (int) Math.floor(Math.log10(largest));
        if (magnitude >= LARGE_EXPONENT || magnitude <= SMALL_EXPONENT) {
            return scientific(exact, magnitude, magnitude - exponent);
        }
        return signed(
                exact.setScale(Math.max(0, -exponent), RoundingMode.HALF_EVEN).toPlainString());
    }

    /** A number by itself, with four digits at most. */
    static String rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS));
        if (rounded.signum() == 0) {
            return "0";
        }
        int magnitude = rounded.precision() - rounded.scale() - 1;
        BigDecimal shortest = rounded.stripTrailingZeros();
        return magnitude >= LARGE_EXPONENT || magnitude <= SMALL_EXPONENT
                ? scientific(shortest, magnitude, shortest.precision() - 1)
                : signed(shortest.toPlainString());
    }

    /** With a given power of ten, the same for all numbers of an axis. */
    private static String scientific(BigDecimal value, int exponent, int digits) {
        BigDecimal mantissa = value.scaleByPowerOfTen(-exponent).setScale(Math.max(0, digits), RoundingMode.HALF_EVEN);
        return signed(mantissa.toPlainString()) + "\u00d7" + power(exponent);
    }

    /** Whether the marks of a logarithmic axis between two exponents are written without powers of ten. */
    static boolean isPlain(int minExponent, int maxExponent) {
        return minExponent > SMALL_EXPONENT && maxExponent < LARGE_EXPONENT - 1;
    }

    /**
     * A mark of a logarithmic axis.
     *
     * @param isPlain whether it is written without a power of ten
     */
    static String ofLogarithmic(int mantissa, int exponent, boolean isPlain) {
        if (isPlain) {
            return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent).toPlainString();
        }
        return (mantissa == 1 ? "" : mantissa + "\u00d7") + power(exponent);
    }

    private static String power(int exponent) {
        return "10" + superscript(String.valueOf(exponent));
    }

    /**
     * A whole number above the line.
     *
     * @param number its digits, with a minus if it is negative
     */
    static String superscript(String number) {
        StringBuilder raised = new StringBuilder();
        number.chars().forEach(c -> raised.append(c == '-' ? '\u207b' : SUPERSCRIPTS.charAt(c - '0')));
        return raised.toString();
    }

    private static String signed(String number) {
        return number.startsWith("-") ? MINUS + number.substring(1) : number;
    }
}
