package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureGroupTest {
    private final TreeMap<Integer, Failure> failures = new TreeMap<>();

    private void fail(int row, FailureKind kind, String message) {
        failures.put(row, new Failure(kind, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            diverged at t = 0.25          | diverged at t = #
            diverged at t = -1.5e-300     | diverged at t = #
            x is NaN, not 3               | x is #, not #
            x is -Infinity                | x is #
            NaNometre                     | NaNometre
            exit code 137 after 2 s       | exit code # after # s
            no such file                  | no such file
            """)
    void numbersAreNoDifference(String message, String signature) {
        assertThat(FailureGroup.signature(message)).isEqualTo(signature);
    }

    @Test
    void aSignatureIsCut() {
        assertThat(FailureGroup.signature("x".repeat(1000))).hasSize(FailureGroup.MAX_SIGNATURE);
    }

    @Test
    void failuresOfAKindThatReadAlikeAreOneGroup() {
        fail(2, FailureKind.ERROR, "step 7");
        fail(5, FailureKind.TIMEOUT, "step 7");
        fail(9, FailureKind.ERROR, "step 8");

        List<FailureGroup> groups = FailureGroup.of(100, failures, RowOffsets.ofAll(10_000));

        assertThat(groups)
                .containsExactly(
                        new FailureGroup(FailureKind.ERROR, "step #", "step 7", 2, List.of(102L, 109L)),
                        new FailureGroup(FailureKind.TIMEOUT, "step #", "step 7", 1, List.of(105L)));
    }

    @Test
    void aGroupNamesItsFirstTenPoints() {
        IntStream.range(0, 1000).forEach(row -> fail(row, FailureKind.ERROR, "no"));

        List<FailureGroup> groups = FailureGroup.of(0, failures, RowOffsets.ofAll(10_000));

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).count()).isEqualTo(1000);
        assertThat(groups.get(0).firstIndices()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    /** 26 * 26 messages without a number in common. */
    @Test
    void whatIsLeftOfTooManyGroupsIsOneGroupAKind() {
        IntStream.range(0, 676)
                .forEach(row -> fail(row, FailureKind.ERROR, "" + (char) ('a' + row / 26) + (char) ('a' + row % 26)));

        List<FailureGroup> groups = FailureGroup.of(0, failures, RowOffsets.ofAll(10_000));

        assertThat(groups).hasSize(FailureGroup.MAX_GROUPS + 1);
        assertThat(groups.stream().mapToLong(FailureGroup::count).sum()).isEqualTo(676);
        assertThat(groups.get(FailureGroup.MAX_GROUPS).count()).isEqualTo(676 - FailureGroup.MAX_GROUPS);
    }
}
