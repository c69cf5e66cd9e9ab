package parsweep.design;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The direction numbers of Sobol sequences: number {@code k} of a dimension is the coordinate, in units of
 * 2<sup>-53</sup>, that bit {@code k} of the Gray code of an index contributes.
 *
 * <p>They grow from the initial numbers of Joe and Kuo ({@code new-joe-kuo-6.21201}, a copy of which comes with
 * Hipparchus; its own generator ends at index 2<sup>31</sup> and has state).
 *
 * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo (2008)</a>
 */
final class DirectionNumbers {
    /** Of indices, and of coordinates. */
    static final int BITS = 53;

    private static final String INITIAL_NUMBERS = "/assets/org/hipparchus/random/new-joe-kuo-6.21201";

    private DirectionNumbers() {}

    /** {@code dimensions} rows of {@link #BITS} numbers; there are initial numbers for 21,201 dimensions. */
    static long[][] of(int dimensions) {
        try (InputStream file = SobolSequenceGenerator.class.getResourceAsStream(INITIAL_NUMBERS)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + INITIAL_NUMBERS);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII));
            lines.readLine(); // the head of the table
            long[][] numbers = new long[dimensions][];
            numbers[0] = vanDerCorput();
            for (int j = 1; j < dimensions; j++) {
                numbers[j] = grow(lines.readLine());
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The numbers of a random linear scrambling: a lower triangular matrix of random bits with a diagonal of ones, which
     * keeps the nets of the sequence, is applied to every number. Together with a random digital shift it has the
     * variance of Owen's nested scrambling at no cost per point.
     *
     * @param random gives a draw for each row of the matrix, from the most significant bit down
     * @see <a href="https://doi.org/10.1006/jcom.1998.0489">Matousek (1998), section 2.4</a>
     * @see <a href="https://doi.org/10.1145/945511.945518">Owen (2003)</a>
     */
    static long[] scrambled(long[] numbers, UniformRandomProvider random) {
        long[] scrambled = new long[BITS];
        for (int row = 0; row < BITS; row++) {
            long diagonal = 1L << (BITS - 1 - row);
            long above = (1L << BITS) - 2 * diagonal; // the more significant bits
            long mask = diagonal | ((random.nextLong() >>> (64 - BITS)) & above);
            for (int k = 0; k < BITS; k++) {
                scrambled[k] |= (Long.bitCount(numbers[k] & mask) & 1) * diagonal;
            }
        }
        return scrambled;
    }

    private static long[] vanDerCorput() {
        long[] numbers = new long[BITS];
        for (int k = 0; k < BITS; k++) {
            numbers[k] = 1L << (BITS - 1 - k);
        }
        return numbers;
    }

    /** Equations (2) and (3) of Joe and Kuo's notes, for a line {@code d s a m_1 ... m_s}. */
    private static long[] grow(String line) {
        int[] fields =
                Stream.of(line.trim().split("\\s+")).mapToInt(Integer::parseInt).toArray();
        int degree = fields[1];
        int coefficients = fields[2];
        long[] numbers = new long[BITS];
        for (int k = 0; k < BITS; k++) {
            if (k < degree) {
                numbers[k] = (long) fields[3 + k] << (BITS - 1 - k);
                continue;
            }
            numbers[k] = numbers[k - degree] ^ (numbers[k - degree] >>> degree);
            for (int l = 1; l < degree; l++) {
                numbers[k] ^= ((coefficients >> (degree - 1 - l)) & 1) * numbers[k - l];
            }
        }
        return numbers;
    }
}
