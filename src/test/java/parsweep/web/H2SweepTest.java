package parsweep.web;

/** Sweeps on an H2 file. */
class H2SweepTest extends WithH2 implements SweepContract {}
