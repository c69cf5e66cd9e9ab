package parsweep.sweep.state;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import parsweep.outcome.FailureKind;

/**
 * What is to be done in a sweep that was opened again: indices without an outcome are computed, and failures of some
 * kinds are tried again.
 */
public record Refill(Set<FailureKind> again) {
    public Refill {
        again = again.isEmpty() ? Set.of() : EnumSet.copyOf(again);
    }

    /** The kinds, for a column of the database. */
    @Override
    public String toString() {
        return again.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** The inverse of {@link #toString}. */
    public static Refill parse(String kinds) {
        return new Refill(Arrays.stream(kinds.split(","))
                .filter(kind -> !kind.isEmpty())
                .map(FailureKind::valueOf)
                .collect(Collectors.toSet()));
    }
}
