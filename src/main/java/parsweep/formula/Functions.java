package parsweep.formula;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * The functions of the language: every static method of doubles here is one, by its own name. All are pure Java or
 * {@link StrictMath}, so that they give the same bits everywhere; the errors of elementary functions are below 1 unit in
 * the last place, those of sinh, cosh and tanh below 2.5, those of a
 * reciprocal power below 2, those of special functions some dozens.
 */
final class Functions {
    /** How many arguments a function takes. */
    static final Map<String, Integer> ARITIES = arities();

    /** Functions that also take more arguments, from left to right. */
    static final Set<String> FOLDED = Set.of("min", "max", "hypot");

    private static final double LN2 = StrictMath.log(2);

    private Functions() {}

    private static Map<String, Integer> arities() {
        Map<String, Integer> arities = new TreeMap<>();
        for (Method method : Functions.class.getDeclaredMethods()) {
            if (!method.isSynthetic() && !Modifier.isPrivate(method.getModifiers())) {
                arities.put(method.getName(), method.getParameterCount());
            }
        }
        return arities;
    }

    // ---- exact, or correctly rounded by IEEE 754

    static double abs(double x) {
        return Math.abs(x);
    }

    static double sign(double x) {
        return x == 0 ? 0 : Math.signum(x);
    }

    static double floor(double x) {
        return Math.floor(x);
    }

    static double ceil(double x) {
        return Math.ceil(x);
    }

    /** To the nearest whole number; halves to the even one. */
    static double round(double x) {
        return Math.rint(x);
    }

    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** NaN if one of them is. */
    static double min(double a, double b) {
        return Math.min(a, b);
    }

    /** NaN if one of them is. */
    static double max(double a, double b) {
        return Math.max(a, b);
    }

    /** The remainder that has the sign of the divisor. */
    static double mod(double a, double b) {
        double remainder = a % b;
        if (remainder == 0) {
            return Math.copySign(0, b);
        }
        return remainder < 0 == b < 0 ? remainder : remainder + b;
    }

    // ---- powers

    /** A power; {@link WholePower} takes a tenth of the time of {@link Power}, the general case. */
    static double pow(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        if (x == 1 || (x == -1 && Double.isInfinite(y))) {
            return 1; // as in C and Python; Java says NaN to infinite and undefined exponents
        }
        if (y == 0.5 && x > 0) {
            return Math.sqrt(x);
        }
        return WholePower.isApt(x, y) ? WholePower.pow(x, (int) y) : Power.pow(x, y);
    }

    static double cbrt(double x) {
        return StrictMath.cbrt(x);
    }

    static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    static double exp(double x) {
        return StrictMath.exp(x);
    }

    static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    // ---- logarithms

    static double log(double x) {
        return StrictMath.log(x);
    }

    static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    static double log10(double x) {
        return StrictMath.log10(x);
    }

    /** Exact for powers of 2. */
    static double log2(double x) {
        int exponent = Math.getExponent(x);
        if (!(x > 0) || exponent > Double.MAX_EXPONENT || exponent < Double.MIN_EXPONENT) {
            return StrictMath.log(x) / LN2; // subnormal, zero, negative, infinite, NaN
        }
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > 1.4142135623730951) { // so that the two terms never cancel
            mantissa /= 2;
            exponent++;
        }
        return exponent + StrictMath.log(mantissa) / LN2;
    }

    // ---- circular and hyperbolic

    static double sin(double x) {
        return StrictMath.sin(x);
    }

    static double cos(double x) {
        return StrictMath.cos(x);
    }

    static double tan(double x) {
        return StrictMath.tan(x);
    }

    static double asin(double x) {
        return StrictMath.asin(x);
    }

    static double acos(double x) {
        return StrictMath.acos(x);
    }

    static double atan(double x) {
        return StrictMath.atan(x);
    }

    static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    static double sinh(double x) {
        return StrictMath.sinh(x);
    }

    static double cosh(double x) {
        return StrictMath.cosh(x);
    }

    static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    // ---- special

    /**
     * The gamma function: (x - 1)! for whole numbers, NaN at its poles. The library's overflows at 141, thirty too early,
     * hence the duplication formula beyond, and the reflection formula on the other side.
     */
    static double gamma(double x) {
        if (x > 172) {
            return Double.POSITIVE_INFINITY;
        }
        if (x > 140) {
            return Gamma.gamma(x / 2) * Gamma.gamma(x / 2 + 0.5) * (pow(2, x - 1) / Math.sqrt(Math.PI));
        }
        if (x < -140) {
            double sine = StrictMath.sin(Math.PI * (x - 2 * Math.rint(x / 2)));
            return x == Math.rint(x) ? Double.NaN : -Math.PI / (x * sine) / gamma(-x);
        }
        return Gamma.gamma(x);
    }

    /**
     * The logarithm of the absolute value of the gamma function, as in C and Python; infinity at the poles. Among negative
     * numbers, by the reflection formula, the error is below 1e-14 times the value or, where that is less than 1, below
     * 1e-14: digits cancel near its zeros.
     */
    static double lgamma(double x) {
        if (x > 0) {
            return x == Double.POSITIVE_INFINITY ? x : Gamma.logGamma(x) + 0.0; // never -0
        }
        if (x == Math.rint(x)) {
            return Double.POSITIVE_INFINITY; // a pole, or the limit of C
        }
        if (x > -1e-17) {
            return -StrictMath.log(-x); // where gamma is 1/x to the last digit, and the product below may vanish
        }
        double sine = Math.abs(StrictMath.sin(Math.PI * (x - Math.rint(x))));
        return StrictMath.log(Math.PI / (sine * -x)) - Gamma.logGamma(-x);
    }

    /** The error function. */
    static double erf(double x) {
        if (Math.abs(x) < 1e-6) { // where the library loses digits, and sign and all below 1e-154
            return x * (2 / Math.sqrt(Math.PI)) * (1 - x * x / 3);
        }
        return Erf.erf(x);
    }

    /** 1 - erf(x), without the cancellation. */
    static double erfc(double x) {
        return Erf.erfc(x);
    }
}
