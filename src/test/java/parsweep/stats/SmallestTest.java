package parsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999, 1000, 2000})
    void areThoseThatSortingPutsFirst(int limit) {
        double[] values =
                new SplittableRandom(limit).ints(1000, 0, 100).asDoubleStream().toArray(); // with ties
        values[500] = Double.NaN;
        Smallest smallest = new Smallest(limit);

        for (int i = 0; i < values.length; i++) {
            smallest.add(i, values[i]);
        }

        assertThat(smallest.indices())
                .containsExactly(IntStream.range(0, values.length)
                        .filter(i -> i != 500)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> values[i]))
                        .limit(limit)
                        .mapToLong(i -> i)
                        .toArray());
    }
}
