package parsweep.model;

import org.apache.commons.rng.UniformRandomProvider;

/** One point as a model sees it. Slots are positions in {@link ModelDescription#parameters()}. */
public interface Point {
    double real(int slot);

    long integer(int slot);

    String text(int slot);

    boolean flag(int slot);

    /** The point's own stream, made at the first call and then the same object: see {@code PointStream}. */
    UniformRandomProvider random();

    /** Number of the point in its sweep, from 0: the counter of its stream. */
    long index();

    /** The seed of the sweep: the key of the point's stream. */
    long sweepSeed();

    /** A seed in {@code [0, 2^53)} for generators of another kind. */
    long seed();

    /**
     * To be called now and then by points that take longer than some tenths of a second.
     *
     * @throws InterruptedException if the sweep was cancelled, the point's time is up, or the service stops
     */
    void checkCancelled() throws InterruptedException;
}
