package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopRowsTest {
    private static long[] top(int limit, boolean descending, double... values) {
        TopRows top = new TopRows(limit, descending);
        for (int i = 0; i < values.length; i++) {
            top.add(i, values[i]);
        }
        return top.indices();
    }

    @ParameterizedTest
    @CsvSource({"false, 2, 0 4", "true, 2, 1 3", "false, 9, 0 4 3 1 2 5", "true, 9, 1 3 4 0 2 5", "true, 0, ''"})
    void theFirstByValueAreKept(boolean descending, int limit, String expected) {
        long[] kept = top(limit, descending, -7, Double.POSITIVE_INFINITY, Double.NaN, 3, 0, Double.NaN);

        assertThat(LongStream.of(kept).mapToObj(String::valueOf).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void equalValuesKeepTheirOrderAndTheZerosAreEqual(boolean descending) {
        assertThat(top(3, descending, 0.0, -0.0, 0.0, -0.0)).containsExactly(0, 1, 2);
        assertThat(top(2, descending, Double.NaN, Double.NaN, Double.NaN)).containsExactly(0, 1);
        assertThat(top(2, descending, Double.NaN, Double.NaN, 1)).containsExactly(2, 0);
    }

    /** Against the sort of a list, with few different values, so that many are equal. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theyAreTheFirstOfASortedList(boolean descending) {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(random.nextInt(60))
                    .map(value -> value < 0.1 ? Double.NaN : Math.rint(20 * value) - 10)
                    .toArray();
            int limit = random.nextInt(20);
            Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
            Comparator<Long> byValue = Comparator.comparing((Long i) -> Double.isNaN(values[i.intValue()]))
                    .thenComparing(i -> values[i.intValue()] + 0.0, order);
            List<Long> expected = LongStream.range(0, values.length)
                    .boxed()
                    .sorted(byValue)
                    .limit(limit)
                    .toList();

            assertThat(LongStream.of(top(limit, descending, values)).boxed()).isEqualTo(expected);
        }
    }
}
