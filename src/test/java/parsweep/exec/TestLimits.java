package parsweep.exec;

import java.time.Duration;

/** Limits for tests. Those that a test is not about are out of reach, however slow the machine. */
final class TestLimits {
    private static final Duration FOREVER = Duration.ofHours(1);

    /** Only the end of the points ends a block, and a point that was interrupted has time to answer. */
    static final Limits WIDE = new Limits(FOREVER, 1L << 40, 1L << 30, FOREVER);

    /** A point that ignores its interrupt is soon given up. */
    static final Limits IMPATIENT = new Limits(FOREVER, 1L << 40, 1L << 30, Duration.ofMillis(20));

    /** Long beside a point that does nothing, on a machine that is busy with something else. */
    static final Duration POINT_TIMEOUT = Duration.ofMillis(400);

    private TestLimits() {}

    static Limits blockTime(Duration blockTime) {
        return new Limits(blockTime, 1L << 40, 1L << 30, FOREVER);
    }

    static Limits blockBytes(long blockBytes) {
        return new Limits(FOREVER, blockBytes, 1L << 30, FOREVER);
    }

    static Limits pointBytes(long pointBytes) {
        return new Limits(FOREVER, 1L << 40, pointBytes, FOREVER);
    }
}
