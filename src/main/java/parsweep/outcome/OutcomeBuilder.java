package parsweep.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.outcome.FingerprintSum.Status;
import parsweep.space.ValueType;

/**
 * The outcomes of a run of points while they are computed. For each point a model sets the outputs, then
 * {@link #done} or {@link #failed} ends the row; {@link #exclude} passes over points that have none. Written by one
 * thread; {@link #rows()} may be read by any, and rows below it do not change, so that another thread may take a
 * {@link #copy} of them from under a model that hangs.
 */
public final class OutcomeBuilder implements Outputs {
    private final long maxPointBytes;
    private final OutputColumn[] columns;
    private final PayloadWriter writer = new PayloadWriter();
    private final TreeMap<Integer, Failure> failures = new TreeMap<>(); // by row
    private RowOffsets offsets = new RowOffsets();
    private PointTimes times = new PointTimes();
    private FingerprintSum fingerprint = new FingerprintSum();
    private long rowStartBytes;
    private double took = Double.NaN; // of the current row, if the model says so
    private volatile int rows;

    /**
     * @param maxPointBytes a point whose outputs take more in memory is rejected
     */
    public OutcomeBuilder(List<Output> outputs, long maxPointBytes) {
        this(outputs.stream().map(OutputColumn::of).toArray(OutputColumn[]::new), maxPointBytes);
    }

    private OutcomeBuilder(OutputColumn[] columns, long maxPointBytes) {
        this.columns = columns;
        this.maxPointBytes = maxPointBytes;
    }

    /** Number of finished rows. */
    public int rows() {
        return rows;
    }

    /** Number of points so far: those of the finished rows, and those that were excluded. For the writing thread. */
    public int points() {
        return offsets.points();
    }

    /** Bytes in memory of the finished rows. */
    public long bytes() {
        return rowStartBytes;
    }

    public void clear() {
        for (OutputColumn column : columns) {
            column.clear();
        }
        failures.clear();
        offsets.clear();
        times.clear();
        fingerprint.clear();
        rowStartBytes = 0;
        rows = 0;
    }

    @Override
    public void real(int slot, double value) {
        columns[slot].claim(ValueType.REAL, false);
        ((RealColumn) columns[slot]).set(value);
    }

    @Override
    public void integer(int slot, long value) {
        columns[slot].claim(ValueType.INTEGER, false);
        ((IntegerColumn) columns[slot]).set(value);
    }

    @Override
    public void flag(int slot, boolean value) {
        columns[slot].claim(ValueType.BOOLEAN, false);
        ((IntegerColumn) columns[slot]).set(value ? 1 : 0);
    }

    @Override
    public void text(int slot, String value) {
        columns[slot].claim(ValueType.TEXT, false);
        ((TextColumn) columns[slot]).set(value);
    }

    @Override
    public void array(int slot, double[] values, int length) {
        columns[slot].claim(ValueType.REAL, true);
        if ((long) length * Double.BYTES > maxPointBytes) {
            throw new OutputTooLargeException(columns[slot].output().name(), length, maxPointBytes);
        }
        ((ArrayColumn) columns[slot]).set(values, length);
    }

    /** Number of elements of an array that the current point has set; -1 if it has not. */
    public int length(int slot) {
        return columns[slot].isSet() ? ((ArrayColumn) columns[slot]).length() : -1;
    }

    @Override
    public void took(double seconds) {
        took = seconds;
    }

    /** Whether the model says how long the current point took. */
    public boolean isTold() {
        return took >= 0;
    }

    /** How long the model says that the current point took; as measured if it says nothing. To be asked once a run. */
    public double secondsOr(double measured) {
        double seconds = took;
        took = Double.NaN;
        return seconds >= 0 ? seconds : measured;
    }

    /** Ends the row of point {@code index}; it becomes a failure if outputs are unset, too large or not finite. */
    public void done(long index, double pointSeconds) {
        long bytes = 0;
        for (OutputColumn column : columns) {
            if (!column.isSet()) {
                String message =
                        "output '%s' was not set".formatted(column.output().name());
                failed(index, pointSeconds, new Failure(FailureKind.REJECTED, message));
                return;
            }
            if (column.output().finite() && !column.isFinite()) {
                String message =
                        "output '%s' is not finite".formatted(column.output().name());
                failed(index, pointSeconds, new Failure(FailureKind.NON_FINITE, message));
                return;
            }
            bytes += column.bytes();
        }
        if (bytes - rowStartBytes > maxPointBytes) {
            String message =
                    "outputs of %d bytes (expected: at most %d)".formatted(bytes - rowStartBytes, maxPointBytes);
            failed(index, pointSeconds, new Failure(FailureKind.REJECTED, message));
            return;
        }
        PointHash hash = fingerprint.begin(index, Status.DONE);
        for (OutputColumn column : columns) {
            column.hash(hash);
            column.endRow();
        }
        endRow(pointSeconds, bytes);
    }

    /** Ends the row of point {@code index}, whatever outputs were set. */
    public void failed(long index, double pointSeconds, Failure failure) {
        failures.put(rows, failure);
        long bytes = 0;
        for (OutputColumn column : columns) {
            column.undoRow();
            column.setMissing();
            bytes += column.bytes();
            column.endRow();
        }
        fingerprint.begin(index, Status.FAILED);
        endRow(pointSeconds, bytes);
    }

    /**
     * Passes over points that a constraint excludes.
     *
     * @param from the index of the first
     * @param to the index after the last
     * @param scanSeconds what it took to find that out
     */
    public void exclude(long from, long to, double scanSeconds) {
        for (long index = from; index < to; index++) {
            fingerprint.begin(index, Status.EXCLUDED);
            fingerprint.end();
        }
        offsets.skip(Math.toIntExact(to - from));
        times.addToTotal(scanSeconds);
    }

    /** Ends the row of point {@code index} with an outcome that it had before. */
    public void keep(long index, Outcomes outcomes, int row) {
        Failure failure = outcomes.failure(row);
        if (failure != null) {
            failed(index, outcomes.seconds(row), failure);
            return;
        }
        for (int slot = 0; slot < columns.length; slot++) {
            Output output = columns[slot].output();
            if (output.shape().isArray()) {
                int start = outcomes.start(slot, row);
                int end = outcomes.end(slot, row);
                array(slot, Arrays.copyOfRange(outcomes.elements(slot), start, end), end - start);
            } else {
                switch (output.type()) {
                    case REAL -> real(slot, outcomes.reals(slot)[row]);
                    case INTEGER -> integer(slot, outcomes.integers(slot)[row]);
                    case BOOLEAN -> flag(slot, outcomes.integers(slot)[row] != 0);
                    case TEXT -> text(slot, outcomes.text(slot, row));
                }
            }
        }
        done(index, outcomes.seconds(row));
    }

    /** Forgets the outputs of a point that is given up without an outcome. */
    public void undo() {
        for (OutputColumn column : columns) {
            column.undoRow();
        }
    }

    private void endRow(double pointSeconds, long bytes) {
        int row = rows;
        fingerprint.end();
        offsets.add();
        times.add(row, pointSeconds);
        rowStartBytes = bytes;
        rows = row + 1;
    }

    /** The finished rows, independent of this builder and of the thread that may still write into its current row. */
    public OutcomeBuilder copy() {
        int finished = rows;
        OutputColumn[] copies =
                Arrays.stream(columns).map(column -> column.copy(finished)).toArray(OutputColumn[]::new);
        OutcomeBuilder copy = new OutcomeBuilder(copies, maxPointBytes);
        copy.failures.putAll(failures);
        copy.offsets = offsets.copy();
        copy.times = times.copy(finished);
        copy.fingerprint = fingerprint.copy();
        copy.rowStartBytes = rowStartBytes;
        copy.rows = finished;
        return copy;
    }

    /**
     * The points so far as a block.
     *
     * @param first index of the first point; the others follow it without a gap
     * @throws IllegalStateException if there is no point
     */
    public Block build(long first) {
        int count = rows;
        if (offsets.points() == 0) {
            throw new IllegalStateException("a block of 0 points (expected: at least 1)");
        }
        return new Block(
                first,
                offsets.points(),
                failures.size(),
                offsets.points() - count,
                times.total(),
                times.slowest(count),
                fingerprint.sum(),
                PayloadFormat.write(writer, offsets, failures, times.seconds(), columns),
                times.samples(count),
                FailureGroup.of(first, failures, offsets));
    }
}
