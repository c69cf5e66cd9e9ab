package parsweep.outcome;

import java.util.SortedMap;

/** The order of what is in a payload; {@link Outcomes} describes and reads it. */
final class PayloadFormat {
    /** Of a payload that has a row for every point. */
    static final int VERSION = 1;

    /** Of one that says which points have rows. */
    static final int SPARSE_VERSION = 2;

    private PayloadFormat() {}

    /**
     * Writes a payload.
     *
     * @param failures by row
     * @param seconds of every row
     */
    static byte[] write(
            PayloadWriter writer,
            RowOffsets offsets,
            SortedMap<Integer, Failure> failures,
            float[] seconds,
            OutputColumn[] columns) {
        writer.start();
        if (offsets.isEveryPoint()) {
            writer.int8(VERSION);
        } else {
            writer.int8(SPARSE_VERSION);
            writer.int32(offsets.points());
        }
        writer.int32(offsets.rows());
        writer.int32(failures.size());
        failures.forEach((row, failure) -> {
            writer.int32(row);
            writer.int8(failure.kind().code());
            writer.int32(failure.attempts());
            writer.text(failure.message());
        });
        if (!offsets.isEveryPoint()) {
            offsets.encode(writer);
        }
        writer.floats(seconds, offsets.rows());
        for (OutputColumn column : columns) {
            column.encode(writer);
        }
        return writer.toByteArray();
    }
}
