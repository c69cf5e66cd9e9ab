/**
 * A worker's turn with a shard: from the moment the queue hands it over to the moment it is settled and given back.
 *
 * <p>{@link parsweep.queue.turn.ShardTask} is the whole turn, {@link parsweep.queue.turn.ShardWork} its blocks,
 * {@link parsweep.queue.turn.Settler} its end.
 */
@NullMarked
package parsweep.queue.turn;

import org.jspecify.annotations.NullMarked;
