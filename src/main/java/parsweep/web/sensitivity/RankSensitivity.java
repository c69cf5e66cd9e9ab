package parsweep.web.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import parsweep.space.Sample;
import parsweep.space.ValueType;
import parsweep.stats.sensitivity.Estimate;
import parsweep.stats.sensitivity.RankStatistics;
import parsweep.sweep.SweepResults;
import parsweep.web.question.FiniteNumbers;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/** What can be said of points that were not chosen for sensitivity analysis. Of very many, a random part is looked at. */
final class RankSensitivity implements RowScan.Sink {
    /** Numbers that are kept of all parameters and the output together: 8 MB, and as much again for their ranks. */
    private static final int MAX_NUMBERS = 1 << 20;

    /** Errors are then below 0.003. */
    private static final int MAX_POINTS = 1 << 17;

    private final List<Variable> parameters;
    private final Variable output;
    private final double[][] values; // of each parameter, then of the output
    private final double share;
    private int count;
    private long seen;
    private long dropped;

    private RankSensitivity(List<Variable> parameters, Variable output, long points) {
        this.parameters = parameters;
        this.output = output;
        int most = Math.min(MAX_POINTS, MAX_NUMBERS / (parameters.size() + 1));
        this.values = new double[parameters.size() + 1][(int) Math.min(points, most)];
        this.share = points <= most ? 1 : 0.95 * most / points; // so that they fit, but for a chance of nothing
    }

    /**
     * Answers by ranks.
     *
     * @param obstacle why nothing better is answered
     */
    static Sensitivity of(SweepResults results, Variable output, String obstacle) {
        List<Variable> parameters = new Variables(results)
                .swept().stream()
                        .filter(parameter -> !results.isDerived(parameter.name())) // they are functions of others
                        .toList();
        RankSensitivity ranks =
                new RankSensitivity(parameters, output, results.sweep().tally().finished());
        RowScan.of(results, null).run(ranks);
        return ranks.answer(results, obstacle);
    }

    @Override
    public void done(Row row) {
        double value = output.of(row);
        if (!Double.isFinite(value)) {
            dropped++;
            return;
        }
        seen++;
        if (count < values[0].length && isChosen(row.index())) {
            for (int j = 0; j < parameters.size(); j++) {
                values[j][count] = parameters.get(j).of(row);
            }
            values[parameters.size()][count++] = value;
        }
    }

    @Override
    public void failed(Row row) {
        dropped++;
    }

    /** At random, but the same ones whenever it is asked: by the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private boolean isChosen(long index) {
        long z = (index + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return share == 1 || ((z ^ (z >>> 31)) >>> 11) * 0x1p-53 < share;
    }

    private Sensitivity answer(SweepResults results, String obstacle) {
        int d = parameters.size();
        List<double[]> kept = Arrays.stream(values)
                .map(column -> Arrays.copyOf(column, count))
                .toList();
        RankStatistics ranks = new RankStatistics(kept.subList(0, d), kept.get(d));
        int[] ordered = IntStream.range(0, d)
                .filter(j -> parameters.get(j).type() != ValueType.TEXT)
                .toArray();
        Estimate[] partial = ranks.partial(ordered);
        List<Sensitivity.OfParameter> answers = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            Map<String, Sensitivity.Index> indices = new LinkedHashMap<>();
            int position = Arrays.binarySearch(ordered, j);
            if (position >= 0) { // texts have no order
                indices.put("spearman", Sensitivity.Index.of(ranks.spearman(j)));
                indices.put("prcc", Sensitivity.Index.of(partial[position]));
            }
            indices.put("firstOrder", new Sensitivity.Index(FiniteNumbers.orNull(ranks.firstOrder(j)), null, null));
            answers.add(new Sensitivity.OfParameter(
                    parameters.get(j).name(), parameters.get(j).unit(), indices));
        }
        return new Sensitivity(
                results.sweep().id(),
                output.name(),
                output.unit(),
                "ranks",
                count,
                null,
                dropped,
                null,
                Estimate.CONFIDENCE,
                warning(results, obstacle),
                answers,
                null);
    }

    private String warning(SweepResults results, String obstacle) {
        StringBuilder warning = new StringBuilder(obstacle)
                .append(": spearman and"
                        + " prcc see monotonic effects only, firstOrder needs independent parameters, and neither interactions nor"
                        + " total indices can be told");
        if (!(results.space() instanceof Sample)) {
            warning.append("; intervals are those of independent random points, which these are not");
        }
        if (count < seen) {
            warning.append("; ranks are those of %d of %d points, chosen at random".formatted(count, seen));
        }
        if (dropped > 0) {
            warning.append("; %d points that failed or are not finite are left out".formatted(dropped));
        }
        return warning.append("; {\"sensitivity\": {\"method\": \"saltelli\", ...}} is a space that tells more")
                .toString();
    }
}
