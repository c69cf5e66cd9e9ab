package parsweep.sweep.state;

/** Where everything is kept. */
public record Stores(SweepStore sweeps, ShardStore shards, BlockStore blocks, TurnStore turns, Database database) {}
