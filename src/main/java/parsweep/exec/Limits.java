package parsweep.exec;

import java.time.Duration;

/**
 * What bounds a block.
 *
 * @param blockTime a block ends with the first point that finishes after this time; long enough that a commit is
 *     small beside it, short enough that a crash costs little and stop flags are seen soon
 * @param blockBytes a block ends with the first point that brings its outputs to this size in memory
 * @param pointBytes outputs of one point that are larger are rejected
 * @param interruptGrace how long an interrupted point may go on before its thread is given up
 */
public record Limits(Duration blockTime, long blockBytes, long pointBytes, Duration interruptGrace) {
    /** 4 MB a block keeps two workers, their encoders and the database within a heap of 256 MB. */
    public static final Limits DEFAULT = new Limits(Duration.ofMillis(500), 4L << 20, 32L << 20, Duration.ofSeconds(2));

    /** The same with blocks of another length. */
    public Limits withBlockTime(Duration time) {
        return new Limits(time, blockBytes, pointBytes, interruptGrace);
    }
}
