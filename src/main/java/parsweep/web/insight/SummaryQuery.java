package parsweep.web.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.sweep.SweepResults;
import parsweep.web.BadRequest;
import parsweep.web.question.Requests;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * How are outputs distributed, in each group of points?
 *
 * @param outputs those to summarise; all that are numbers if there are none
 * @param groupBy parameters, or {@code replicate}, that tell groups apart; {@code *} for all that are swept
 * @param element of arrays: a position, a reduction, or {@code all}; null for the mean
 * @param where which points; null for all
 * @param bins of histograms
 */
public record SummaryQuery(
        List<String> outputs,
        List<String> groupBy,
        @Nullable String element,
        @Nullable String where,
        int bins) {
    /** Of outputs in groups; each takes some 800 characters of the answer. */
    static final int MAX_SUMMARIES = 10_000;

    static final int MAX_BINS = 1000;

    /** Of all histograms together. */
    static final int MAX_COUNTS = 1_000_000;

    /**
     * @throws BadRequest if {@code bins} is out of range
     */
    public SummaryQuery {
        outputs = List.copyOf(outputs);
        groupBy = List.copyOf(groupBy);
        Requests.within("bins", bins, 1, MAX_BINS);
    }

    /**
     * Puts the question to a sweep.
     *
     * @throws BadRequest if a name is unknown, {@code where} is no condition, or there are too many groups
     */
    public Summary of(SweepResults results) {
        Variables variables = new Variables(results);
        List<Variable> summarised = variables.distributions(outputs, element);
        List<Variable> by = groupBy.equals(List.of("*"))
                ? variables.swept()
                : groupBy.stream()
                        .map(name -> variables.parameter("groupBy", name))
                        .toList();
        RowScan scan = RowScan.of(results, where);
        Groups groups = new Groups(by);
        List<GroupSummary> summaries = new ArrayList<>();
        if (by.isEmpty()) { // one group, even if it has no points
            summaries.add(new GroupSummary(summarised));
        }
        scan.run(new RowScan.Sink() {
            @Override
            public void done(Row row) {
                group(row).add(row);
            }

            @Override
            public void failed(Row row) {
                group(row).addFailed();
            }

            private GroupSummary group(Row row) {
                int number = groups.add(row);
                if (number == summaries.size()) {
                    requireFew(number + 1, summarised.size());
                    summaries.add(new GroupSummary(summarised));
                }
                return summaries.get(number);
            }
        });
        long budget = GroupSummary.MAX_VALUES / Math.max(1, (long) summaries.size() * summarised.size());
        summaries.forEach(summary -> summary.prepare(budget, bins));
        scan.run(row -> {
            int number = groups.find(row);
            if (number >= 0) { // else it came while we were counting
                summaries.get(number).addAgain(row);
            }
        });
        List<Summary.Group> answers = new ArrayList<>();
        for (int number = 0; number < summaries.size(); number++) {
            answers.add(new Summary.Group(
                    by.isEmpty() ? Map.of() : groups.key(number),
                    summaries.get(number).outputs()));
        }
        return new Summary(
                results.sweep().id(), by.stream().map(Variable::name).toList(), GroupSummary.CONFIDENCE, answers);
    }

    private void requireFew(int groups, int ofOutputs) {
        if ((long) groups * ofOutputs > MAX_SUMMARIES || (long) groups * ofOutputs * bins > MAX_COUNTS) {
            throw Requests.tooMuch(
                    "more than %d groups of %d outputs with %d bins (expected: at most %d times that, and %d bins in all; by fewer parameters in groupBy, one output, or where)"
                            .formatted(groups - 1, ofOutputs, bins, MAX_SUMMARIES, MAX_COUNTS));
        }
    }
}
