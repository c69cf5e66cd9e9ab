package parsweep.web;

/** Sweeps whose time is over, on an H2 file. */
class H2RetentionTest extends WithH2 implements RetentionContract {}
