package parsweep.web.sensitivity;

import java.util.Arrays;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;

/**
 * Gathers the outputs of a design for sensitivity analysis block by block; those of replicates are averaged. A block in
 * which something is missing is left out as a whole, for the sums of the others to stay balanced.
 */
final class DesignBlocks implements RowScan.Sink {
    private final SweptDesign design;
    private final int replicates;
    private final Variable variable;
    private final Sink sink;
    private final double[] values;
    private long block = -1;
    private long rows; // of this block
    private boolean faulty;
    private long used;
    private long dropped;

    /** Takes complete blocks; the array is used again for the next one. */
    interface Sink {
        void accept(long block, double[] values);
    }

    DesignBlocks(SweptDesign design, int replicates, Variable variable, Sink sink) {
        this.design = design;
        this.replicates = replicates;
        this.variable = variable;
        this.sink = sink;
        this.values = new double[design.blockSize()];
    }

    @Override
    public void done(Row row) {
        long point = moveTo(row);
        double value = variable.of(row);
        faulty |= !Double.isFinite(value);
        values[(int) (point % values.length)] += value / replicates;
    }

    @Override
    public void failed(Row row) {
        moveTo(row);
        faulty = true;
    }

    private long moveTo(Row row) {
        long point = row.index() / replicates;
        long next = point / values.length;
        if (next != block) {
            endBlock();
            block = next;
        }
        rows++;
        return point;
    }

    /** To be called after the last row. */
    void endBlock() {
        if (faulty) {
            dropped++;
        } else if (rows == (long) values.length * replicates) {
            used++;
            sink.accept(block, values);
        }
        Arrays.fill(values, 0);
        rows = 0;
        faulty = false;
    }

    long used() {
        return used;
    }

    long dropped() {
        return dropped;
    }

    long pending() {
        return design.blocks() - used - dropped;
    }
}
