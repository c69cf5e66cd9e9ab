package parsweep.web;

/** Selections of results on an H2 file. */
class H2SelectionTest extends WithH2 implements SelectionContract {}
