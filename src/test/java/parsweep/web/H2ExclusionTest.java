package parsweep.web;

/** Exclusion on an H2 file. */
class H2ExclusionTest extends WithH2 implements ExclusionContract {}
