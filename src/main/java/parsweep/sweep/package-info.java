/**
 * Sweeps: their life cycle and use cases. {@link parsweep.sweep.Sweeps} is what the web calls,
 * {@link parsweep.sweep.shard.ShardLedger} what the queue's workers call; both persist through
 * {@link parsweep.sweep.state.SweepStore}.
 *
 * <p>Who writes what: the row of a sweep is written when it is submitted, by commands, and when a shard ends; never per
 * block, since a hot row does not scale. The row of a shard is written by the one worker that runs it, in the
 * transaction of each block. So progress is one sweep row plus a few shard rows, whatever the number of blocks.
 */
@NullMarked
package parsweep.sweep;

import org.jspecify.annotations.NullMarked;
