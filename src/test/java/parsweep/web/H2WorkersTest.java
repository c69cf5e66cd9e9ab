package parsweep.web;

/** The one worker of an embedded database. */
class H2WorkersTest extends WithH2 implements WorkersContract {}
