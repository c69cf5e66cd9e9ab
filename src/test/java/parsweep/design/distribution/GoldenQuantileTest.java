package parsweep.design.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Quantiles against mpmath. The table was printed by {@code quantiles.py} beside it. */
class GoldenQuantileTest {
    @ParameterizedTest(name = "{0}({1}) at {2}")
    @CsvFileSource(resources = "quantiles.txt", delimiter = '|')
    void agreesWithMpmath(String name, String arguments, double u, double expected) {
        double[] given = Stream.of(arguments.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        double quantile = distribution(name, given).quantile(u);

        assertThat(quantile).isCloseTo(expected, within(tolerance(name, given, expected)));
    }

    /** A few roundings of the largest number on the way to the value. */
    private static double tolerance(String name, double[] given, double expected) {
        double largest = Math.max(
                Math.abs(expected),
                name.contains("norm")
                        ? Math.max(Math.abs(given[0]), given[1])
                        : Math.max(Math.abs(given[0]), Math.abs(given[given.length - 1])));
        return name.equals("loguniform")
                ? Math.abs(expected) * (2 + Math.log(given[1]) - Math.log(given[0])) * 0x1p-52 // of the exponent
                : 6 * Math.ulp(largest);
    }

    private static NumericDistribution distribution(String name, double[] given) {
        return switch (name) {
            case "uniform" -> new Uniform(given[0], given[1]);
            case "loguniform" -> new LogUniform(given[0], given[1]);
            case "normal" -> new Normal(given[0], given[1]);
            case "truncnormal" -> new TruncatedNormal(given[0], given[1], given[2], given[3]);
            case "triangular" -> new Triangular(given[0], given[1], given[2]);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
