/**
 * The {@link parsweep.sweep.shard.ShardQueue} on db-scheduler: shards are its tasks, its threads feed the
 * {@link parsweep.exec.WorkerPool}.
 *
 * <p>The queue lives in the database that holds the results, because only there can "stored" and "queued" be one
 * commit. Rejected, by trial: Hazelcast, Ignite, JobRunr, Pekko, message brokers. Shards run in the order of their
 * execution times, and any time in the past is legal, so that a start tag of the fair order is simply written as the
 * execution time, in seconds since 1970.
 *
 * <p>Threads: {@code shard-1} to {@code shard-N} run shards and wait for their points, {@code queue-*} poll, keep the
 * leases alive and look for cancelled sweeps.
 */
@NullMarked
package parsweep.queue;

import org.jspecify.annotations.NullMarked;
