package parsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What NumPy and SciPy found on the same numbers: see summaries.py. */
class NumPySummaryTest {
    private static final double[] PROBABILITIES = {0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0};

    @ParameterizedTest
    @CsvFileSource(resources = "summaries.txt", delimiter = '|', maxCharsPerColumn = 10_000)
    void summariesAreThoseOfNumPy(String data, int size, String statistic, String expected) {
        double[] values = LongStream.range(0, size).mapToDouble(function(data)).toArray();
        double[] wanted = Arrays.stream(expected.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();

        double[] found = statistic(statistic, values);

        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("%s[%d]", statistic, i)
                    .isCloseTo(wanted[i], within(tolerance(statistic, wanted[i])));
        }
    }

    /** Quantiles, edges and counts are the same bits; sums are the exact ones, rounded. */
    private static double tolerance(String statistic, double value) {
        return switch (statistic) {
            case "sum", "mean" -> 2 * Math.ulp(value);
            case "std", "sem" -> 1e-13 * Math.abs(value);
            case "interval" -> 1e-12 * Math.abs(value);
            default -> 0;
        };
    }

    private static LongToDoubleFunction function(String data) {
        return switch (data) {
            case "uniform" -> k -> (k * 7919 + 104729) % 10007 / 128.0 - 30;
            case "offset" -> k -> 1e9 + k * 7919 % 1009 / 1024.0;
            case "tail" ->
                k -> {
                    double base = k * 7919 % 10007 - 5003.5;
                    return 1 / (base * base * base);
                };
            case "integers" -> k -> (k * k + 3 * k) % 17;
            case "constant" -> k -> 2.5;
            default -> throw new IllegalArgumentException(data);
        };
    }

    private static double[] statistic(String statistic, double[] values) {
        Moments moments = new Moments();
        Arrays.stream(values).forEach(moments::add);
        int bins =
                statistic.matches(".* [0-9]+") ? Integer.parseInt(statistic.substring(statistic.indexOf(' ') + 1)) : 1;
        Bins divided = new Bins(moments.min(), moments.max(), bins);
        return switch (statistic.replaceFirst(" .*", "")) {
            case "sum" -> new double[] {moments.sum()};
            case "mean" -> new double[] {moments.mean()};
            case "std" -> new double[] {moments.standardDeviation()};
            case "sem" -> new double[] {moments.standardError()};
            case "interval" -> ends(MeanInterval.of(moments, 0.95));
            case "quantiles" -> quantiles(values);
            case "edges" -> divided.edges();
            case "counts" -> counts(divided, values);
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    private static double[] ends(MeanInterval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static double[] quantiles(double[] values) {
        QuantileSketch sketch = QuantileSketch.of(values.length, values.length);
        Arrays.stream(values).forEach(sketch::add);
        assertThat(sketch.rankError()).isZero();
        return sketch.quantiles(PROBABILITIES);
    }

    private static double[] counts(Bins bins, double[] values) {
        double[] counts = new double[bins.size()];
        Arrays.stream(values).forEach(value -> counts[bins.indexOf(value)]++);
        return counts;
    }
}
