package parsweep.sweep;

/** Where everything is kept. */
record Stores(SweepStore sweeps, ShardStore shards, BlockStore blocks, TurnStore turns) {}
