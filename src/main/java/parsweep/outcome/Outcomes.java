package parsweep.outcome;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parsweep.model.Output;

/**
 * The outcomes of a block, decoded from its payload. A column is decoded when it is first asked for. A row is a point
 * that was tried, in {@code [0, rows)}; points that a constraint excludes have none, so that a point's row and its offset
 * from the first point of the block differ: see {@link #offset} and {@link #row}. Slots are positions in the model's
 * outputs. Not thread-safe.
 *
 * <p>The payload, little-endian: version (byte), in version 2 the number of points; number of rows, number of failures;
 * per failure its row, kind (byte), attempts and message; in version 2 the offset of each row's point as a column of
 * ints (in version 1 there is a row for every point); then the seconds as a column of floats; then per output a column of doubles (reals),
 * of longs (integers; booleans as 0 and 1), or two columns: ends (ints) and elements (bytes of UTF-8, doubles). A row
 * that failed holds NaN, 0, or nothing.
 */
public final class Outcomes {
    private final List<Output> outputs;
    private final PayloadReader reader;
    private final RowOffsets offsets;
    private final Map<Integer, Failure> failures;
    private final float[] seconds;
    private final int[] positions;
    private final @Nullable Object[] values;
    private final int[] @Nullable [] ends;

    /**
     * @param outputs of the model that wrote the payload
     * @throws IllegalArgumentException if the payload is of a version that is not known, is damaged, or does not fit
     *     the outputs; damage within a column may show only when that column is asked for
     */
    public Outcomes(byte[] payload, List<Output> outputs) {
        this.outputs = outputs;
        reader = new PayloadReader(payload);
        int version = reader.int8();
        if (version != PayloadFormat.VERSION && version != PayloadFormat.SPARSE_VERSION) {
            throw new IllegalArgumentException("payload of version %d (expected: %d or %d)"
                    .formatted(version, PayloadFormat.VERSION, PayloadFormat.SPARSE_VERSION));
        }
        boolean sparse = version == PayloadFormat.SPARSE_VERSION;
        int points = sparse ? reader.int32() : 0;
        int rows = reader.int32();
        failures = failures(rows);
        offsets = sparse ? RowOffsets.of(reader.ints(), points) : RowOffsets.ofAll(rows);
        requireEqual("offsets", offsets.rows(), rows);
        if (sparse && !offsets.isValid()) {
            throw corrupt("offsets that are not those of %d points".formatted(points));
        }
        seconds = reader.floats();
        requireEqual("seconds", seconds.length, rows);
        positions = new int[outputs.size()];
        values = new Object[outputs.size()];
        ends = new int[outputs.size()][];
        for (int slot = 0; slot < positions.length; slot++) {
            positions[slot] = reader.position();
            int values = reader.skip(hasEnds(slot) ? Integer.BYTES : width(slot));
            if (hasEnds(slot)) {
                reader.skip(width(slot));
            }
            requireEqual("rows of a column", values, rows);
        }
        requireEqual("bytes", payload.length, reader.position());
    }

    private Map<Integer, Failure> failures(int rows) {
        int failed = reader.int32();
        Map<Integer, Failure> result = new HashMap<>();
        for (int i = 0; i < failed; i++) {
            int row = reader.int32();
            if (row < 0 || row >= rows) {
                throw corrupt("failure of row %d of %d".formatted(row, rows));
            }
            FailureKind kind = FailureKind.ofCode(reader.int8());
            int attempts = reader.int32();
            result.put(row, new Failure(kind, reader.text(), attempts));
        }
        requireEqual("failures", result.size(), failed);
        return result;
    }

    private static void requireEqual(String what, int actual, int expected) {
        if (actual != expected) {
            throw corrupt("%d %s (expected: %d)".formatted(actual, what, expected));
        }
    }

    private static IllegalArgumentException corrupt(String fault) {
        return new IllegalArgumentException("payload is corrupt: " + fault);
    }

    /** Number of points, whether they have a row or not. */
    public int points() {
        return offsets.points();
    }

    /** Number of points that were tried. */
    public int rows() {
        return offsets.rows();
    }

    /** The offset of a row's point from the first point of the block. */
    public int offset(int row) {
        return offsets.offset(row);
    }

    /**
     * The row of the point at an offset from the first point of the block.
     *
     * @param offset in {@code [0, points)}; not checked
     * @return {@code -1 - r} if the point is excluded, where {@code r} is the row of the next point that is not, or
     *     {@link #rows()}
     */
    public int row(int offset) {
        return offsets.find(offset);
    }

    /** Why the point of a row failed; null if it did not. */
    public @Nullable Failure failure(int row) {
        return failures.get(row);
    }

    /** By row. */
    public Map<Integer, Failure> failures() {
        return failures;
    }

    public boolean isDone(int row) {
        return failures.isEmpty() || !failures.containsKey(row);
    }

    /** Time spent in the model for one point. */
    public float seconds(int row) {
        return seconds[row];
    }

    /** The same by its decimal digits, so that 0.1f is 0.1 and not 0.10000000149. */
    public double roundedSeconds(int row) {
        return Math.round(seconds[row] * 1e9) / 1e9;
    }

    /** A column of reals. */
    public double[] reals(int slot) {
        return (double[]) column(slot);
    }

    /** A column of integers, or of booleans as 0 and 1. */
    public long[] integers(int slot) {
        return (long[]) column(slot);
    }

    public String text(int slot, int row) {
        byte[] utf8 = (byte[]) column(slot);
        int start = start(slot, row);
        return new String(utf8, start, end(slot, row) - start, StandardCharsets.UTF_8);
    }

    /** The elements of all arrays of a column, end to end; those of a row are in [{@link #start}, {@link #end}). */
    public double[] elements(int slot) {
        return (double[]) column(slot);
    }

    public int start(int slot, int row) {
        return row == 0 ? 0 : end(slot, row - 1);
    }

    public int end(int slot, int row) {
        column(slot);
        int[] slotEnds = ends[slot];
        if (slotEnds == null) {
            throw new IllegalStateException("output '%s' has neither texts nor arrays".formatted(outputs.get(slot)));
        }
        return slotEnds[row];
    }

    /** The value as Double, Long, Boolean, String or double[]; null if the point failed. For single rows, not for loops. */
    public @Nullable Object get(int slot, int row) {
        if (!isDone(row)) {
            return null;
        }
        Output output = outputs.get(slot);
        if (output.shape().isArray()) {
            return Arrays.copyOfRange(elements(slot), start(slot, row), end(slot, row));
        }
        return switch (output.type()) {
            case REAL -> reals(slot)[row];
            case INTEGER -> integers(slot)[row];
            case BOOLEAN -> integers(slot)[row] != 0;
            case TEXT -> text(slot, row);
        };
    }

    private Object column(int slot) {
        Object column = values[slot];
        if (column == null) {
            reader.seek(positions[slot]);
            int[] slotEnds = hasEnds(slot) ? reader.ints() : null;
            column = decode(slot);
            if (slotEnds != null) {
                requireAscending(slotEnds, Array.getLength(column));
            }
            ends[slot] = slotEnds;
            values[slot] = column;
        }
        return column;
    }

    private static void requireAscending(int[] slotEnds, int elements) {
        int last = 0;
        for (int end : slotEnds) {
            if (end < last) {
                throw corrupt("end at element %d after %d".formatted(end, last));
            }
            last = end;
        }
        requireEqual("elements", elements, last);
    }

    private Object decode(int slot) {
        if (outputs.get(slot).shape().isArray()) {
            return reader.doubles();
        }
        return switch (outputs.get(slot).type()) {
            case REAL -> reader.doubles();
            case INTEGER, BOOLEAN -> reader.longs();
            case TEXT -> reader.bytes();
        };
    }

    private boolean hasEnds(int slot) {
        return outputs.get(slot).shape().isArray() || width(slot) == 1;
    }

    private int width(int slot) {
        return switch (outputs.get(slot).type()) {
            case REAL, INTEGER, BOOLEAN -> Double.BYTES;
            case TEXT -> 1;
        };
    }
}
