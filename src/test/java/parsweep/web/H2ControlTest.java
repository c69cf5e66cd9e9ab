package parsweep.web;

/** Changed minds on an H2 file. */
class H2ControlTest extends WithH2 implements ControlContract {}
