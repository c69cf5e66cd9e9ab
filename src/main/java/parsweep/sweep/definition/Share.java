package parsweep.sweep.definition;

/**
 * How much of the workers a sweep may have.
 *
 * @param weight of its claim when sweeps compete, in [0.01, 100]; twice the weight is twice the workers
 * @param maxParallelism most points that run at a time, at least 1
 */
public record Share(double weight, int maxParallelism) {}
