package parsweep.web.scan;

import parsweep.outcome.Outcomes;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;
import parsweep.sweep.SweepResults.OutcomeBlock;

/** One index of a sweep that has an outcome, and is not excluded; moved from index to index by a {@link RowScan}. Not thread-safe. */
public final class Row {
    private final SweepResults results;
    private final Values parameters;
    private Outcomes outcomes;
    private long index = -1;
    private int position;
    private long parametersOf = -1;

    Row(SweepResults results, OutcomeBlock first) {
        this.results = results;
        this.parameters = results.newValues();
        this.outcomes = first.outcomes();
    }

    public SweepResults results() {
        return results;
    }

    void moveTo(OutcomeBlock block, int newPosition) {
        outcomes = block.outcomes();
        position = newPosition;
        index = block.index(newPosition);
    }

    public long index() {
        return index;
    }

    /** Which repetition of its point this is, from 0. */
    public int replicate() {
        return results.replicate(index);
    }

    /** The values of the model's parameters, by slot; those of the next row are written over them. */
    public Values parameters() {
        if (parametersOf != index) {
            results.read(index, parameters);
            parametersOf = index;
        }
        return parameters;
    }

    /** Of the block that holds this row, at {@link #position()}. */
    public Outcomes outcomes() {
        return outcomes;
    }

    public int position() {
        return position;
    }

    public boolean isDone() {
        return outcomes.isDone(position);
    }
}
