package parsweep.sweep.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTest {
    private static final double LONGEST_SHARD = 2;

    /** A sweep that always has one more shard to run. */
    private static final class Flow {
        private final double weight;
        private final double shortest;
        private double clock;
        private double tag;
        private double service;

        Flow(double weight, double shortest) {
            this.weight = weight;
            this.shortest = shortest;
        }

        void enqueue(double virtualTime) {
            tag = FairShare.startTag(clock, virtualTime);
        }

        void run(SplittableRandom random) {
            double seconds = random.nextDouble(shortest, LONGEST_SHARD);
            service += seconds;
            clock = FairShare.advance(tag, seconds, weight);
        }

        /** By how much two sweeps that both wait may differ at most, in seconds by weight: theorem 1 of the paper. */
        static double bound(Flow a, Flow b) {
            return LONGEST_SHARD / a.weight + LONGEST_SHARD / b.weight;
        }
    }

    /** One worker takes the shard with the smallest tag; its sweep enqueues the next. */
    private static void step(List<Flow> flows, SplittableRandom random) {
        Flow next =
                flows.stream().min(Comparator.comparingDouble(flow -> flow.tag)).orElseThrow();
        double virtualTime = next.tag;
        next.run(random);
        next.enqueue(virtualTime);
    }

    @ParameterizedTest(name = "weights {0} : {1}, shards of at least {2} and {3} s")
    @CsvSource({
        "1, 1, 1, 1",
        "1, 1, 0.01, 1.99",
        "3, 1, 1, 1",
        "3, 1, 1.99, 0.01",
        "0.5, 1, 0.01, 1.99",
        "100, 0.01, 1, 1"
    })
    void serviceIsInProportionToWeightAtEveryMoment(
            double weightA, double weightB, double shortestA, double shortestB) {
        Flow a = new Flow(weightA, shortestA);
        Flow b = new Flow(weightB, shortestB);
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 5000; i++) {
            step(List.of(a, b), random);

            assertThat(Math.abs(a.service / a.weight - b.service / b.weight))
                    .as("after %d shards", i + 1)
                    .isLessThanOrEqualTo(Flow.bound(a, b) * (1 + 1e-9));
        }
    }

    @Test
    void threeToOneIsThreeToOneInTheEnd() {
        Flow heavy = new Flow(3, 0.1);
        Flow light = new Flow(1, 0.1);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            step(List.of(heavy, light), random);
        }

        // |heavy / 3 - light| <= 2 / 3 + 2 and light is some 2,600 s, which leaves a thousandth.
        assertThat(heavy.service / light.service).isBetween(2.99, 3.01);
    }

    @Test
    void aSweepThatComesLateSharesFromThenOnAndClaimsNothingForBefore() {
        Flow early = new Flow(1, 0.1);
        Flow late = new Flow(1, 0.1);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            step(List.of(early), random);
        }
        double before = early.service;
        late.enqueue(early.tag);

        for (int i = 0; i < 1000; i++) {
            step(List.of(early, late), random);

            assertThat(Math.abs(early.service - before - late.service)).isLessThanOrEqualTo(Flow.bound(early, late));
        }
    }

    @Test
    void aSweepThatHasHadMoreWaitsForItsTurn() {
        assertThat(FairShare.startTag(10, 3)).isEqualTo(10);
        assertThat(FairShare.startTag(3, 10)).isEqualTo(10);
        assertThat(FairShare.advance(10, 6, 3)).isEqualTo(12);
    }
}
