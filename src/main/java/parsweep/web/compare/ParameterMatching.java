package parsweep.web.compare;

import java.util.ArrayList;
import java.util.List;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;
import parsweep.web.question.Requests;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;
import parsweep.web.scan.Variables;

/**
 * Matches the points of two sweeps whose indices mean different points: those of the smaller one are kept, with their
 * outputs, and found by their parameters. Arrays are compared by their means.
 */
final class ParameterMatching {
    private final SweepResults kept;
    private final SweepResults scanned;
    private final PointKeys keys; // of the first and the second
    private final boolean keepsFirst;
    private final SweepResults first;
    private final List<OutputDifferences> differences = new ArrayList<>();
    private final List<Variable> ofKept = new ArrayList<>();
    private final List<Variable> ofScanned = new ArrayList<>();
    private long common;
    private long onlyInScanned;
    private long statusDiffers;

    ParameterMatching(SweepResults first, SweepResults second, PointKeys keys, double tolerance) {
        this.first = first;
        this.keys = keys;
        this.keepsFirst =
                first.sweep().tally().finished() < second.sweep().tally().finished();
        this.kept = keepsFirst ? first : second;
        this.scanned = keepsFirst ? second : first;
        for (Variable variable : new Variables(kept).outputs(null)) {
            for (Variable other : new Variables(scanned).outputs(null)) {
                if (other.name().equals(variable.name())) {
                    ofKept.add(variable);
                    ofScanned.add(other);
                    differences.add(new OutputDifferences(variable.name(), variable.unit(), tolerance));
                }
            }
        }
    }

    /**
     * @throws parsweep.web.BadRequest if the smaller sweep has too many points
     */
    Alignment alignment() {
        PointTable table = table();
        Values ofTable = kept.newValues();
        RowScan.of(scanned, null).run(RowScan.Sink.ofAll(row -> {
            Values parameters = row.parameters();
            int number = table.take(keys.hash(parameters, row.replicate(), !keepsFirst), index -> {
                kept.read(index, ofTable);
                return kept.replicate(index) == row.replicate()
                        && (keepsFirst ? keys.areEqual(ofTable, parameters) : keys.areEqual(parameters, ofTable));
            });
            if (number < 0) {
                onlyInScanned++;
            } else {
                add(row, table, number);
            }
        }));
        return new Alignment(
                "parameters",
                common,
                keepsFirst ? table.unmatched() : onlyInScanned,
                keepsFirst ? onlyInScanned : table.unmatched(),
                statusDiffers,
                "the points stand in different orders, so that arrays are compared by their means, and texts are not",
                differences.stream().map(of -> of.answer(first, false)).toList());
    }

    private PointTable table() {
        int limit = PointTable.limit(ofKept.size());
        long points = kept.sweep().tally().finished() - kept.sweep().tally().excluded();
        if (points > limit) {
            throw Requests.tooMuch(
                    "the points of the sweeps stand in different orders, and the smaller one has %d (expected: at most %d)"
                            .formatted(points, limit));
        }
        PointTable table = new PointTable((int) points, ofKept.size());
        double[] values = new double[ofKept.size()];
        RowScan.of(kept, null).run(RowScan.Sink.ofAll(row -> {
            if (table.isFull()) {
                return; // it came after we had asked how many there are
            }
            for (int i = 0; i < values.length && row.isDone(); i++) {
                values[i] = ofKept.get(i).of(row);
            }
            long hash = keys.hash(row.parameters(), row.replicate(), keepsFirst);
            table.add(hash, row.index(), row.isDone() ? values : null);
        }));
        return table;
    }

    private void add(Row row, PointTable table, int number) {
        common++;
        if (row.isDone() != table.isDone(number)) {
            statusDiffers++;
        }
        for (int i = 0; i < differences.size() && row.isDone() && table.isDone(number); i++) {
            double value = ofScanned.get(i).of(row);
            double other = table.output(number, i);
            long index = table.index(number);
            if (keepsFirst) {
                differences.get(i).add(other, value, 0, index, row.index());
            } else {
                differences.get(i).add(value, other, 0, row.index(), index);
            }
            differences.get(i).endPoint();
        }
    }
}
