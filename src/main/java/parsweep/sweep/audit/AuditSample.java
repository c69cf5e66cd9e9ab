package parsweep.sweep.audit;

import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import parsweep.design.KeyedPermutation;
import parsweep.random.DesignStream;
import parsweep.random.DesignStream.Purpose;

/** Indices in a random order, each once, without the list of them. */
final class AuditSample {
    private AuditSample() {}

    /**
     * All indices in {@code [0, size)}; the order is a function of the seed and the size.
     *
     * @param size at least 1
     */
    static PrimitiveIterator.OfLong of(long seed, long size) {
        KeyedPermutation order = new KeyedPermutation(size, DesignStream.of(seed, Purpose.AUDIT, 0));
        return LongStream.range(0, size).map(order::at).iterator();
    }
}
