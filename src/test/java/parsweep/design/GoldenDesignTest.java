package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Designs against SciPy 1.17.1 and NumPy 2.4.6, and against a second implementation on NumPy's Philox. The table was
 * printed by {@code designs.py} beside it. It also holds designs to what they are: a stored sweep is read again by later
 * versions, and its points may not move.
 */
class GoldenDesignTest {
    @ParameterizedTest(name = "{0} of {1} points, {2} dimensions, seed {3}: {4}")
    @CsvFileSource(resources = "designs.txt", delimiter = '|', maxCharsPerColumn = 100_000)
    void agrees(String name, long count, int dimensions, @Nullable Long seed, long index, String coordinates) {
        double[] expected = Stream.of(coordinates.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        double[] point = design(name, new Extent(count, dimensions), seed == null ? 0 : seed)
                .point(index);

        if (name.equals("halton")) { // SciPy adds digit by digit, up to 16 of them here, each sum rounded
            assertThat(point).containsExactly(expected, within(16 * 0x1p-53));
        } else if (name.equals("scrambled halton")) { // three roundings, and one of the table's
            assertThat(point).containsExactly(expected, within(4 * 0x1p-53));
        } else {
            assertThat(point).containsExactly(expected);
        }
    }

    private static Design design(String name, Extent extent, long seed) {
        return switch (name) {
            case "sobol" -> new Sobol(extent);
            case "scrambled sobol" -> new Sobol(extent, seed);
            case "halton" -> new Halton(extent);
            case "scrambled halton" -> new Halton(extent, seed);
            case "random" -> new RandomPoints(extent, seed);
            case "latin-hypercube" -> new LatinHypercube(extent, seed);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
