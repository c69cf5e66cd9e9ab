package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parsweep.random.PointStream;

class BatchMeansTest {
    @Test
    void everyValueCountsForTheMean() {
        BatchMeans means = new BatchMeans(100);

        for (int i = 1; i <= 100; i++) {
            means.add(i);
        }

        assertThat(means.mean()).isEqualTo(50.5);
    }

    /** The first-order autoregressive process, whose mean has {@code (1 + r) / (1 - r)} times the variance of white noise. */
    @Test
    void seesThroughCorrelations() {
        int n = 320_000;
        double r = 0.9;
        NormalStream random = new NormalStream(PointStream.of(11, 0));
        BatchMeans means = new BatchMeans(n);
        double x = 0;
        for (int i = 0; i < n; i++) {
            x = r * x + Math.sqrt(1 - r * r) * random.nextNormal();
            means.add(x);
        }

        double error = Math.sqrt((1 + r) / (1 - r) / n);
        // The error of an error from 32 batches is 1 in sqrt(62): 5 of them fail one good build in a million or so.
        assertThat(means.standardError() / error).isCloseTo(1, within(5 / Math.sqrt(62)));
        assertThat(means.mean()).isCloseTo(0, within(5 * error));
    }
}
