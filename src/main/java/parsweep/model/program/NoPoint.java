package parsweep.model.program;

import org.apache.commons.rng.UniformRandomProvider;
import parsweep.model.Point;

/** What there is before the first point: commands of processes that stay have no placeholders for values. */
enum NoPoint implements Point {
    INSTANCE;

    private static IllegalStateException none() {
        return new IllegalStateException("no point yet");
    }

    @Override
    public double real(int slot) {
        throw none();
    }

    @Override
    public long integer(int slot) {
        throw none();
    }

    @Override
    public String text(int slot) {
        throw none();
    }

    @Override
    public boolean flag(int slot) {
        throw none();
    }

    @Override
    public UniformRandomProvider random() {
        throw none();
    }

    @Override
    public long index() {
        throw none();
    }

    @Override
    public long sweepSeed() {
        throw none();
    }

    @Override
    public long seed() {
        throw none();
    }

    @Override
    public void checkCancelled() {}
}
