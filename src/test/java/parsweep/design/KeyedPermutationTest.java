package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

class KeyedPermutationTest {
    private static KeyedPermutation permutation(long size, long seed) {
        return new KeyedPermutation(size, DesignStream.of(seed, Purpose.PERMUTATION, 0));
    }

    @Test
    void everyImageIsTakenOnce() {
        for (long size = 1; size <= 1000; size++) {
            KeyedPermutation permutation = permutation(size, size);

            long[] images =
                    LongStream.range(0, size).map(permutation::at).sorted().toArray();

            assertThat(images).containsExactly(LongStream.range(0, size).toArray());
        }
    }

    /**
     * Chi-square of all n! permutations over 300 n! keys. It has n! - 1 degrees of freedom and so a standard deviation
     * of sqrt(2 (n! - 1)); six of them are exceeded by chance less than once in 10,000 times, whatever the n here.
     * Ciphers are at their weakest where they are this small.
     */
    @ParameterizedTest
    @CsvSource({"2, 2", "3, 6", "4, 24", "5, 120"})
    void allPermutationsOfAFewAreEquallyLikely(long size, int permutations) {
        int expected = 300;
        Map<List<Long>, Integer> counts = new HashMap<>();
        for (long seed = 0; seed < (long) expected * permutations; seed++) {
            counts.merge(
                    LongStream.range(0, size)
                            .map(permutation(size, seed)::at)
                            .boxed()
                            .toList(),
                    1,
                    Integer::sum);
        }

        double chiSquare = counts.values().stream()
                .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                .sum();

        assertThat(counts).hasSize(permutations);
        int freedom = permutations - 1;
        assertThat(chiSquare).isLessThan(freedom + 6 * Math.sqrt(2.0 * freedom));
    }

    /** Neighbours are as far apart as chance has it: a third of the size on average, with variance 1/18 of its square. */
    @ParameterizedTest
    @ValueSource(longs = {1000, 99_991, 1L << 40, 1L << 53})
    void neighboursArePutFarApart(long size) {
        int pairs = 100_000;
        double distance = LongStream.range(0, pairs)
                .mapToDouble(seed -> {
                    KeyedPermutation permutation = permutation(size, seed);
                    long position = size / 3;
                    return Math.abs((double) permutation.at(position) - permutation.at(position + 1)) / size;
                })
                .average()
                .orElseThrow();

        // 5 standard errors: one good build in 1.7 million fails; and the discreteness of a size of 1000.
        assertThat(Math.abs(distance - 1.0 / 3)).isLessThan(5 * Math.sqrt(1.0 / 18 / pairs) + 1.0 / size);
    }
}
