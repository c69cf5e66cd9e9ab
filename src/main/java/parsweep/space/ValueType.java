package parsweep.space;

/** What a parameter or a scalar output holds. */
public enum ValueType {
    /** An IEEE 754 double. */
    REAL,
    /** A whole number of at most 2<sup>53</sup> in magnitude, so that it is exact as a double too. */
    INTEGER,
    /** A string. */
    TEXT,
    /** {@code true} or {@code false}. */
    BOOLEAN;

    /** The largest magnitude of an {@link #INTEGER}: beyond it neighbours are no longer told apart by a double. */
    public static final long MAX_INTEGER = 1L << 53;

    public boolean isNumber() {
        return this == REAL || this == INTEGER;
    }
}
