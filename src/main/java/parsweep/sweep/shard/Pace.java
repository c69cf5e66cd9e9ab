package parsweep.sweep.shard;

import java.time.Duration;

/**
 * How long workers compute between two transactions. The more slots share a database, the longer, so that it sees some 50
 * blocks a second up to 200 slots, and one for every four slots beyond. With all that comes with a turn, that is 1.5
 * transactions a second and slot up to 50 slots, and less than one from 75 slots on.
 *
 * @param block after which the points that are done are stored: what a crash costs, and how old a progress may be
 * @param turn after which a shard is handed back, so that all workers stay busy
 * @param shortTurn the same when other sweeps wait
 */
public record Pace(Duration block, Duration turn, Duration shortTurn) {
    /** Small beside what a small PostgreSQL on one disk takes, thousands. */
    private static final int BLOCKS_PER_SECOND = 50;

    /** An embedded database does not wait for its disk, and who looks at it sits beside it. */
    private static final Duration SHORTEST_BLOCK_ALONE = Duration.ofMillis(500);

    private static final Duration SHORTEST_BLOCK = Duration.ofSeconds(1);
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(4);
    private static final int BLOCKS_PER_TURN = 4;

    /**
     * The pace of so many slots on all machines.
     *
     * @param slots at least 0
     * @param isShared whether several processes may use the database
     */
    public static Pace of(int slots, boolean isShared) {
        Duration shortest = isShared ? SHORTEST_BLOCK : SHORTEST_BLOCK_ALONE;
        Duration block = Duration.ofSeconds(slots).dividedBy(BLOCKS_PER_SECOND);
        if (block.compareTo(shortest) < 0) {
            block = shortest;
        } else if (block.compareTo(LONGEST_BLOCK) > 0) {
            block = LONGEST_BLOCK;
        }
        return new Pace(block, block.multipliedBy(BLOCKS_PER_TURN), block);
    }

    public static double seconds(Duration duration) {
        return duration.toNanos() * 1e-9;
    }
}
