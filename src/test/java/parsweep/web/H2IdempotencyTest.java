package parsweep.web;

/** Submissions that are sent more than once, on an H2 file. */
class H2IdempotencyTest extends WithH2 implements IdempotencyContract {}
