package parsweep.space;

import parsweep.formula.Formula;

/** A parameter, and the formula that computes it from others of the same point. */
public record Derivation(String name, Formula formula) {}
