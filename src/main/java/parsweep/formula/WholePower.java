package parsweep.formula;

/** Powers with small whole exponents, multiplied out in twice the precision. */
final class WholePower {
    /** The largest exponent that is multiplied out. */
    private static final int MAX_EXPONENT = 16;

    /** To the power of {@link #MAX_EXPONENT} it is 10^-288 to 10^288: neither it nor its rounding error leaves the range. */
    private static final double SAFE = 1e18;

    /** Splits a double into two halves of 26 bits (Dekker, 1971, https://doi.org/10.1007/BF01397083). */
    private static final double SPLITTER = 0x1p27 + 1;

    private WholePower() {}

    /** Whether {@link #pow} can be asked: the exponent is whole and small, and nothing leaves the range of doubles. */
    static boolean isApt(double x, double y) {
        double size = Math.abs(x);
        return y == Math.rint(y) && Math.abs(y) <= MAX_EXPONENT && size <= SAFE && size >= 1 / SAFE;
    }

    /** A power, rounded once but for errors of some 2^-100; with a negative exponent its reciprocal, rounded again. */
    static double pow(double x, int n) {
        double product = product(x, Math.abs(n));
        return n < 0 ? 1 / product : product;
    }

    private static double product(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double xHigh = high(x);
        double xLow = x - xHigh;
        double product = x;
        double error = 0;
        for (int i = 1; i < n; i++) {
            double productHigh = high(product);
            double productLow = product - productHigh;
            double next = product * x;
            double rounding =
                    productLow * xLow - (next - productHigh * xHigh - productLow * xHigh - productHigh * xLow);
            error = error * x + rounding;
            product = next;
        }
        return product + error;
    }

    private static double high(double x) {
        double scaled = SPLITTER * x;
        return scaled - (scaled - x);
    }
}
