package parsweep.store;

import jakarta.persistence.Embeddable;

/** Identifies a block or a shard: its sweep and its first index. */
@Embeddable
record BlockKey(long sweepId, long firstIndex) {}
