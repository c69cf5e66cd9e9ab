package parsweep.outcome;

/** A model handed over an array that exceeds the limit of bytes per point; the point is rejected. */
public final class OutputTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputTooLargeException(String output, int length, long maxPointBytes) {
        super("output '%s' has %d elements, %d bytes (expected: at most %d bytes per point)"
                .formatted(output, length, (long) length * Double.BYTES, maxPointBytes));
    }
}
