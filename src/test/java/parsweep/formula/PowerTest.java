package parsweep.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PowerTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int TRIES = 20_000;

    /** Quarters as exponents: their powers are whole powers of roots of roots, which are known to any precision. */
    @Test
    void errsByLittleMoreThanHalfAUnitInTheLastPlace() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < TRIES; i++) {
            boolean isNearOne = i % 2 == 0;
            double x = isNearOne ? 1 + random.nextDouble(-0.03, 0.03) : Math.exp(random.nextDouble(-40, 40));
            int quarters = isNearOne ? random.nextInt(-8000, 8000) : random.nextInt(-60, 60);
            double power = Power.pow(x, quarters / 4.0);

            BigDecimal exact = new BigDecimal(x).sqrt(DIGITS).sqrt(DIGITS).pow(Math.abs(quarters), DIGITS);
            BigDecimal right = quarters < 0 ? BigDecimal.ONE.divide(exact, DIGITS) : exact;
            BigDecimal units = right.subtract(new BigDecimal(power)).divide(new BigDecimal(Math.ulp(power)), DIGITS);

            assertThat(Math.abs(units.doubleValue()))
                    .as("%s ^ %s", x, quarters / 4.0)
                    .isLessThan(0.51);
        }
    }

    @Test
    void isThatOfTheLibraryButForTheLastPlaceOverTheWholeRange() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 50 * TRIES; i++) {
            double x = Double.longBitsToDouble(
                    random.nextLong(Long.MAX_VALUE)); // any, also infinite, subnormal, undefined
            double y = random.nextDouble(-1100, 1100) / Math.log(x);

            requireSame(x, y);
        }
    }

    static DoubleStream special() {
        return DoubleStream.of(
                        0,
                        Double.MIN_VALUE,
                        Double.MIN_NORMAL,
                        1e-300,
                        0.5,
                        Math.nextDown(1.0),
                        1,
                        Math.nextUp(1.0),
                        1.4140625,
                        2,
                        3,
                        1e15 + 0.5,
                        1e308,
                        Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY)
                .flatMap(value -> DoubleStream.of(value, -value));
    }

    @ParameterizedTest
    @MethodSource("special")
    void isThatOfTheLibraryForSpecialNumbers(double x) {
        special().forEach(y -> requireSame(x, y));
        requireSame(x, Double.NaN);
        requireSame(Double.NaN, x);
    }

    /** Exact in doubles, so that there is nothing to round. */
    @Test
    void exactPowersAreExact() {
        assertThat(Power.pow(81, 0.75)).isEqualTo(27);
        assertThat(Power.pow(2, -1000.0)).isEqualTo(Math.scalb(1.0, -1000));
        assertThat(Power.pow(6.25, 1.5)).isEqualTo(15.625);
        assertThat(Power.pow(3, 30)).isEqualTo(205_891_132_094_649.0);
    }

    private static void requireSame(double x, double y) {
        double expected = StrictMath.pow(x, y);
        double power = Power.pow(x, y);
        if (Double.compare(power, expected) != 0 && !(Math.abs(power - expected) <= Math.ulp(expected))) {
            throw new AssertionError("%s ^ %s = %s (expected: %s)".formatted(x, y, power, expected));
        }
    }
}
