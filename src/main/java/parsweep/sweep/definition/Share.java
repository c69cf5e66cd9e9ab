package parsweep.sweep.definition;

/**
 * How much of the workers a sweep may have.
 *
 * @param priority its weight when sweeps compete, in [0.01, 100]; twice the priority is twice the workers
 * @param maxParallelism most points that run at a time, at least 1
 */
public record Share(double priority, int maxParallelism) {}
