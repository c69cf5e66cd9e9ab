package parsweep.export;

/**
 * A column of a table.
 *
 * @param unit as in a table's head; empty if there is none
 * @param arrayLength number of elements of every array of this column if that is known beforehand, else
 *     {@link #UNKNOWN_LENGTH}; also for columns that hold no arrays
 * @param mayMiss whether values may be missing
 */
public record Column(String name, Kind kind, String unit, int arrayLength, boolean mayMiss) {
    public static final int UNKNOWN_LENGTH = -1;

    /** What a column holds. */
    public enum Kind {
        REAL,
        INTEGER,
        BOOLEAN,
        TEXT,
        /** Arrays of reals. */
        ARRAY
    }
}
