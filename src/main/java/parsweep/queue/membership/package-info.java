/**
 * Who computes: the table of workers, this process's row in it, and what all of them together can do.
 *
 * <p>A process is alive as long as it writes its row, once a second, whatever the number of its slots; the times are the
 * database's, so that no two clocks are ever compared. db-scheduler's own heartbeats, one for every running shard and by
 * the clock of each process, are not used: a thousand slots would be a thousand commits a second, and a process whose clock is
 * some seconds off would take the shards of the others away from them.
 */
@NullMarked
package parsweep.queue.membership;

import org.jspecify.annotations.NullMarked;
