package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HaltonTest {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29};

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 2, 3, 10, 999, 1L << 31, (1L << 53) - 2, (1L << 53) - 1, 5559060566555522L, 5559060566555523L
            })
    void mirrorsTheDigitsOfTheIndex(long index) {
        double[] point = new Halton(new Extent(1L << 53, PRIMES.length)).point(index);

        for (int j = 0; j < PRIMES.length; j++) {
            assertThat(point[j])
                    .as("base %d", PRIMES[j])
                    .isCloseTo(mirrored(index, PRIMES[j]), within(4 * 0x1p-53)); // three roundings, and one here
        }
    }

    /** From the digits that the JDK writes. */
    private static double mirrored(long index, int base) {
        String digits = new StringBuilder(Long.toString(index, base)).reverse().toString();
        return new BigDecimal(new BigInteger(digits, base))
                .divide(new BigDecimal(BigInteger.valueOf(base).pow(digits.length())), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Base b, the first b^k points: whatever the permutations, one in each b^-k. */
    @ParameterizedTest
    @CsvSource({"false, 0, 10", "false, 1, 6", "false, 2, 4", "true, 0, 10", "true, 1, 6", "true, 2, 4", "true, 9, 2"})
    void everyAxisIsCutIntoEqualPartsThatHoldOnePointEach(boolean scrambled, int dimension, int digits) {
        int count = (int) Math.pow(PRIMES[dimension], digits);
        Extent extent = new Extent(count, PRIMES.length);
        Halton halton = scrambled ? new Halton(extent, 3) : new Halton(extent);

        int[] parts = IntStream.range(0, count)
                .map(i -> (int) (halton.point(i)[dimension] * count + 1e-9)) // the lower ends are rounded
                .sorted()
                .toArray();

        assertThat(parts).containsExactly(IntStream.range(0, count).toArray());
    }

    /** The first points of bases 53 and 59, dimensions 16 and 17, are a diagonal: a correlation of 1 but for its end. */
    @Test
    void scramblingBreaksTheDiagonalsOfLargePrimes() {
        assertThat(correlation(new Halton(new Extent(53, 17)))).isGreaterThan(0.99);
        // The standard deviation of a correlation of 53 independent pairs is 1 / sqrt(52).
        assertThat(correlation(new Halton(new Extent(53, 17), 1))).isCloseTo(0, within(4 / Math.sqrt(52)));
    }

    private static double correlation(Halton halton) {
        double[] sums = new double[5];
        for (int i = 0; i < 53; i++) {
            double x = halton.point(i)[15];
            double y = halton.point(i)[16];
            sums[0] += x / 53;
            sums[1] += y / 53;
            sums[2] += x * x / 53;
            sums[3] += y * y / 53;
            sums[4] += x * y / 53;
        }
        return (sums[4] - sums[0] * sums[1]) / Math.sqrt((sums[2] - sums[0] * sums[0]) * (sums[3] - sums[1] * sums[1]));
    }
}
