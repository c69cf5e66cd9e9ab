package parsweep.web;

/** Sweeps on PostgreSQL. */
class PostgresSweepTest extends WithPostgres implements SweepContract {}
