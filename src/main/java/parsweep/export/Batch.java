package parsweep.export;

/**
 * Some consecutive rows of a table, valid during the call that hands it over. Columns are positions in
 * {@link Table#columns()}, rows are in {@code [0, rows)}. A missing value must be asked for first; reading it is
 * undefined.
 */
public interface Batch {
    int rows();

    /** Whether there is no value here: the point failed or has not been computed. */
    boolean isMissing(int column, int row);

    double real(int column, int row);

    long integer(int column, int row);

    boolean flag(int column, int row);

    String text(int column, int row);

    /** The elements of all arrays of a column, end to end; see {@link #arrayStart} and {@link #arrayLength}. */
    double[] elements(int column);

    /** Position in {@link #elements} of the first element of a row's array. */
    int arrayStart(int column, int row);

    int arrayLength(int column, int row);
}
