package parsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 10",
        "-3, 7.3, 64",
        "1e300, 1.7e308, 7",
        "-1.7e308, 1.7e308, 9",
        "5, 5, 4",
        "1e17, 1e17, 50",
        "4.9e-324, 1e-323, 3",
        "0, 1.7976931348623157E308, 2"
    })
    void everyEdgeBelongsToTheBinThatBeginsThere(double min, double max, int size) {
        Bins bins = new Bins(min, max, size);
        double[] edges = bins.edges();

        assertThat(edges).hasSize(size + 1).isSorted();
        assertThat(bins.indexOf(min)).isNotNegative();
        assertThat(bins.indexOf(edges[size])).isEqualTo(size - 1);
        for (int i = 0; i < size; i++) {
            if (edges[i] < edges[i + 1]) { // a range of two doubles has no room for three bins
                assertThat(bins.indexOf(edges[i])).isEqualTo(i);
                assertThat(bins.indexOf(Math.nextDown(edges[i + 1]))).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10",
        "1e-3, 7.3, 64",
        "1e-300, 1.7e308, 7",
        "5, 5, 4",
        "4.9e-324, 1e-300, 50",
        "1, 1.0000000000000009, 4"
    })
    void edgesOfEqualRatiosBelongToTheBinThatBeginsThere(double min, double max, int size) {
        Bins bins = Bins.logarithmic(min, max, size);
        double[] edges = bins.edges();

        assertThat(edges).hasSize(size + 1).isSorted();
        assertThat(bins.indexOf(min)).isNotNegative();
        assertThat(bins.indexOf(max)).isNotNegative();
        assertThat(bins.indexOf(edges[size])).isEqualTo(size - 1);
        for (int i = 0; i < size; i++) {
            assertThat(bins.indexOf(edges[i])).isEqualTo(i);
            assertThat(bins.indexOf(Math.nextDown(edges[i + 1]))).isEqualTo(i);
        }
    }

    @Test
    void edgesOfEqualRatiosArePowers() {
        assertThat(Bins.logarithmic(0.01, 100, 4).edges())
                .containsExactly(new double[] {0.01, 0.1, 1, 10, 100}, within(1e-14));
        assertThat(Bins.logarithmic(0.01, 100, 4).indexOf(-1)).isEqualTo(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bins.logarithmic(0, 1, 4))
                .withMessageContaining("0 < min <= max");
    }

    @Test
    void whatIsOutsideIsInNoBin() {
        Bins bins = new Bins(0, 1, 3);

        assertThat(DoubleStream.of(-1e-300, Math.nextUp(1.0), Double.NaN, Double.POSITIVE_INFINITY)
                        .mapToInt(bins::indexOf))
                .containsOnly(-1);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 3", "0, 1, 0", "NaN, 1, 3", "0, Infinity, 3"})
    void invalidBinsAreRefused(double min, double max, int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bins(min, max, size))
                .withMessageContaining("expected: at least 1, finite, min <= max");
    }

    @Test
    void fewValuesAreKeptApart() {
        DistinctValues values = new DistinctValues(3);
        DoubleStream.of(2, -0.0, 7, 2, 0.0, Double.NaN, Double.POSITIVE_INFINITY)
                .forEach(values::add);

        Partition partition = values.partition();

        assertThat(values.areTooMany()).isFalse();
        assertThat(partition.size()).isEqualTo(3);
        assertThat(DoubleStream.of(-0.0, 2, 7, 5, Double.NaN).mapToInt(partition::indexOf))
                .containsExactly(0, 1, 2, -1, -1);
    }

    @Test
    void manyValuesAreBinned() {
        DistinctValues values = new DistinctValues(3);
        DoubleStream.of(1, 2, 3, 4, 0).forEach(values::add);

        Partition partition = values.partition();

        assertThat(values.areTooMany()).isTrue();
        assertThat(((Bins) partition).edges()).containsExactly(0, 4.0 / 3, 8.0 / 3, 4);
    }

    @Test
    void categoriesAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Categories(1, 1))
                .withMessage("1.0 after 1.0 (expected: ascending)");
    }
}
