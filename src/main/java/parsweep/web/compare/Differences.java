package parsweep.web.compare;

import java.util.ArrayList;
import java.util.List;
import parsweep.model.Output;
import parsweep.outcome.Outcomes;
import parsweep.space.ValueType;
import parsweep.sweep.SweepResults;
import parsweep.web.scan.Row;

/** The differences of all outputs that two sweeps share, point by point. Not thread-safe. */
final class Differences {
    private final List<Shared> shared = new ArrayList<>();
    private long common;
    private long statusDiffers;

    private static final class Shared {
        private final Output output;
        private final int slot;
        private final int slotOfOther;
        private final OutputDifferences differences;

        Shared(Output output, int slot, int slotOfOther, double tolerance) {
            this.output = output;
            this.slot = slot;
            this.slotOfOther = slotOfOther;
            this.differences = new OutputDifferences(output.name(), output.unit(), tolerance);
        }

        boolean isArray() {
            return output.shape().isArray();
        }
    }

    Differences(SweepResults results, SweepResults other, double tolerance) {
        List<Output> outputs = results.outputs();
        List<Output> ofOther = other.outputs();
        for (int slot = 0; slot < outputs.size(); slot++) {
            Output output = outputs.get(slot);
            int found = ofOther.stream().map(Output::name).toList().indexOf(output.name());
            if (found >= 0 && isComparable(output, ofOther.get(found))) {
                shared.add(new Shared(output, slot, found, tolerance));
            }
        }
    }

    private static boolean isComparable(Output a, Output b) {
        return a.shape().isArray() == b.shape().isArray()
                && (a.type() == ValueType.TEXT) == (b.type() == ValueType.TEXT);
    }

    long common() {
        return common;
    }

    long statusDiffers() {
        return statusDiffers;
    }

    /** Compares the outputs of a point. */
    void add(Row row, Row other) {
        common++;
        if (row.isDone() != other.isDone()) {
            statusDiffers++;
        }
        if (!row.isDone() || !other.isDone()) {
            return;
        }
        for (Shared of : shared) {
            add(of, row, other);
            of.differences.endPoint();
        }
    }

    private static void add(Shared of, Row row, Row other) {
        Outcomes a = row.outcomes();
        Outcomes b = other.outcomes();
        if (of.isArray()) {
            int start = a.start(of.slot, row.position());
            int startOfOther = b.start(of.slotOfOther, other.position());
            int length = a.end(of.slot, row.position()) - start;
            int lengthOfOther = b.end(of.slotOfOther, other.position()) - startOfOther;
            double[] elements = a.elements(of.slot);
            double[] elementsOfOther = b.elements(of.slotOfOther);
            for (int i = 0; i < Math.min(length, lengthOfOther); i++) {
                of.differences.add(
                        elements[start + i], elementsOfOther[startOfOther + i], i, row.index(), other.index());
            }
            if (length != lengthOfOther) {
                of.differences.addOther(false);
            }
        } else if (of.output.type() == ValueType.TEXT) {
            of.differences.addOther(a.text(of.slot, row.position()).equals(b.text(of.slotOfOther, other.position())));
        } else {
            of.differences.add(scalar(row, of.slot), scalar(other, of.slotOfOther), 0, row.index(), other.index());
        }
    }

    private static double scalar(Row row, int slot) {
        ValueType type = row.results().outputs().get(slot).type();
        return type == ValueType.REAL
                ? row.outcomes().reals(slot)[row.position()]
                : row.outcomes().integers(slot)[row.position()];
    }

    List<Comparison.OfOutput> answers(SweepResults results) {
        return shared.stream()
                .map(of -> of.differences.answer(results, of.isArray()))
                .toList();
    }
}
