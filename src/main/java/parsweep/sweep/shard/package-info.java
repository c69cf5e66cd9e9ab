/**
 * How the points of a sweep are cut into shards, and what is written while they run: from {@link Carver} to {@link Settlement}.
 */
@NullMarked
package parsweep.sweep.shard;

import org.jspecify.annotations.NullMarked;
