package parsweep.outcome;

/** Sums the hashes of points into a {@link Fingerprint}, one point after another. Not thread-safe. */
final class FingerprintSum {
    /** What stands for the status of a point in its hash. */
    enum Status {
        DONE(0),
        FAILED(1),
        EXCLUDED(2);

        private final long word;

        Status(long word) {
            this.word = word;
        }
    }

    private final PointHash hash = new PointHash();
    private long high;
    private long low;

    /** Begins a point; what else counts is to be added to the hash that is returned. */
    PointHash begin(long index, Status status) {
        hash.reset();
        hash.add(index);
        hash.add(status.word);
        return hash;
    }

    void end() {
        hash.finish();
        high += hash.high();
        low += hash.low();
    }

    void clear() {
        high = 0;
        low = 0;
    }

    FingerprintSum copy() {
        FingerprintSum copy = new FingerprintSum();
        copy.high = high;
        copy.low = low;
        return copy;
    }

    Fingerprint sum() {
        return new Fingerprint(high, low);
    }
}
