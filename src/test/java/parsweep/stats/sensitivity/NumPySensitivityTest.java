package parsweep.stats.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What NumPy and SciPy found on the same numbers: see sensitivity.py. */
class NumPySensitivityTest {
    @ParameterizedTest
    @CsvFileSource(resources = "sensitivity.txt", delimiter = '|')
    void estimatesAreThoseOfNumPy(String method, String statistic, String expected) {
        double[] wanted = Arrays.stream(expected.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();

        double[] found = switch (method) {
            case "saltelli" -> saltelli(statistic);
            case "morris" -> morris(statistic);
            case "fast" -> fast(statistic);
            default -> ranks(statistic);
        };

        assertThat(found).containsExactly(wanted, within(1e-10));
    }

    private static double noise(long k) {
        return (k * 7919 + 104729) % 10007 / 1024.0 + 1e4;
    }

    /** Rows of so many consecutive numbers each. */
    private static Stream<double[]> blocks(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(block -> LongStream.range((long) block * size, (block + 1L) * size)
                        .mapToDouble(NumPySensitivityTest::noise)
                        .toArray());
    }

    private static double[] saltelli(String statistic) {
        SobolIndices sobol = new SobolIndices(3, true);
        blocks(500, 8).forEach(sobol::add);
        SobolIndices.Indices indices = sobol.indices(0);
        return values(
                switch (statistic) {
                    case "S1" -> Arrays.stream(indices.first());
                    case "ST" -> Arrays.stream(indices.total());
                    default -> Stream.of(indices.second()[0][1], indices.second()[0][2], indices.second()[1][2]);
                });
    }

    private static double[] morris(String statistic) {
        ElementaryEffects effects = new ElementaryEffects(3);
        blocks(40, 3)
                .forEach(block ->
                        effects.add(Arrays.stream(block).map(y -> y - 1e4 - 5).toArray()));
        return values(Arrays.stream(effects.effects(0)).map(effect -> switch (statistic) {
            case "mu" -> effect.mu();
            case "muStar" -> effect.muStar();
            default -> effect.sigma();
        }));
    }

    private static double[] fast(String statistic) {
        FourierIndices fourier = new FourierIndices(201, 25, 4);
        blocks(3, 201).forEach(fourier::add);
        FourierIndices.Indices indices = fourier.indices(0);
        return values(Stream.of(statistic.equals("S1") ? indices.first() : indices.total()));
    }

    private static double[] ranks(String statistic) {
        List<double[]> parameters = List.of(
                column(k -> k * 7919 % 997), column(k -> k * 104729 % 10), column(k -> k * 7919 % 997 + k * 31 % 400));
        double[] outputs = column(k -> {
            double first = k * 7919 % 997;
            return first * first / 512 + 64.0 * (k * 104729 % 10) + k * 1299709 % 211;
        });
        RankStatistics ranks = new RankStatistics(parameters, outputs);
        return switch (statistic) {
            case "spearman" -> values(IntStream.range(0, 3).mapToObj(ranks::spearman));
            case "prcc" -> values(Arrays.stream(ranks.partial(0, 1, 2)));
            default -> new double[] {ranks.firstOrder(1)};
        };
    }

    private static double[] column(LongToDoubleFunction function) {
        return LongStream.range(0, 1000).mapToDouble(function).toArray();
    }

    private static double[] values(Stream<Estimate> estimates) {
        return estimates.mapToDouble(Estimate::value).toArray();
    }
}
