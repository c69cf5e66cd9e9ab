package parsweep.outcome;

import parsweep.model.Output;
import parsweep.space.ValueType;

/**
 * The values of one output, row by row, in growing arrays. A row is written at most once and counts only when
 * {@link #endRow()} has been called; until then {@link #undoRow()} takes it back.
 */
abstract sealed class OutputColumn permits RealColumn, IntegerColumn, TextColumn, ArrayColumn {
    private final Output output;
    private boolean set;

    OutputColumn(Output output) {
        this.output = output;
    }

    static OutputColumn of(Output output) {
        if (output.shape().isArray()) {
            return new ArrayColumn(output);
        }
        return switch (output.type()) {
            case REAL -> new RealColumn(output);
            case INTEGER, BOOLEAN -> new IntegerColumn(output);
            case TEXT -> new TextColumn(output);
        };
    }

    final Output output() {
        return output;
    }

    final boolean isSet() {
        return set;
    }

    /**
     * Notes that the current row gets its value.
     *
     * @throws IllegalStateException if it has one, or the output is of another kind
     */
    final void claim(ValueType type, boolean array) {
        if (type != output.type() || array != output.shape().isArray()) {
            throw new IllegalStateException("output '%s' was set as %s (expected: %s)"
                    .formatted(
                            output.name(),
                            describe(type, array),
                            describe(output.type(), output.shape().isArray())));
        }
        if (set) {
            throw new IllegalStateException("output '%s' was set twice (expected: once)".formatted(output.name()));
        }
        set = true;
    }

    final void endRow() {
        set = false;
        advance();
    }

    final void undoRow() {
        set = false;
        retreat();
    }

    /** Moves on to the next row. */
    abstract void advance();

    /** Forgets what the current row wrote. */
    abstract void retreat();

    /** Writes the value that stands for none into the current row. */
    abstract void setMissing();

    /** Whether the current row's value is finite; true for other types. */
    abstract boolean isFinite();

    /** Adds the current row's value to a hash. */
    abstract void hash(PointHash hash);

    /** Bytes in memory of the rows so far, the current one included. */
    abstract long bytes();

    abstract void clear();

    /** An independent copy of the first {@code rows} rows. */
    abstract OutputColumn copy(int rows);

    abstract void encode(PayloadWriter writer);

    private static String describe(ValueType type, boolean array) {
        return array ? "ARRAY" : type.name();
    }

    /** Grows by half, and at least to what is needed; large arrays are not doubled, memory is what we bound. */
    static int grown(int length, int needed) {
        return Math.max(needed, Math.max(64, length + (length >> 1)));
    }
}
