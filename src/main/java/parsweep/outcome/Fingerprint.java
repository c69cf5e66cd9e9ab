package parsweep.outcome;

/**
 * An order-independent sum of the hashes of points: equal for two runs whose points have the same indices, statuses and
 * output bits, whatever the order and the blocks in which they were computed. Two lanes of 64 bits, each summed modulo
 * 2<sup>64</sup>; see {@link PointHash} for what is hashed.
 */
public record Fingerprint(long high, long low) {
    public static final Fingerprint NONE = new Fingerprint(0, 0);

    public Fingerprint plus(Fingerprint other) {
        return new Fingerprint(high + other.high, low + other.low);
    }

    public Fingerprint minus(Fingerprint other) {
        return new Fingerprint(high - other.high, low - other.low);
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
