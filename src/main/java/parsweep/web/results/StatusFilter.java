package parsweep.web.results;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.FailureKind;
import parsweep.web.BadRequest;

/** Rows by what became of them. */
final class StatusFilter implements RowFilter {
    /** All that did not end well, whatever the kind. */
    private static final String FAILED = "failed";

    private static final List<String> FAILURES =
            Stream.of(FailureKind.values()).map(FailureKind::label).toList();

    /** Of indices that were never tried, and are only gone through if somebody asks for them. */
    private static final List<String> UNTRIED = List.of("pending", "excluded");

    private final ResultColumn column;
    private final Set<String> wanted = new LinkedHashSet<>();

    /**
     * @param column the status
     * @param text as in a request: {@code done,timeout}
     * @throws BadRequest if it names what is no status
     */
    StatusFilter(ResultColumn column, String text) {
        this.column = column;
        List<String> known = Stream.of(List.of("done", FAILED), UNTRIED, FAILURES)
                .flatMap(List::stream)
                .toList();
        for (String status : text.split(",", -1)) {
            if (!known.contains(status)) {
                throw BadRequest.parameter("status", status, "any of " + String.join(", ", known));
            }
            wanted.addAll(status.equals(FAILED) ? FAILURES : List.of(status));
        }
    }

    /** Whether a query asks for indices that were never tried. */
    static boolean asksForUntried(@Nullable String text) {
        return text != null && Stream.of(text.split(",", -1)).anyMatch(UNTRIED::contains);
    }

    @Override
    public List<ResultColumn> columns() {
        return List.of(column);
    }

    @Override
    public boolean accepts(SweepBatch batch, int row) {
        return wanted.contains(column.text(batch, row));
    }
}
