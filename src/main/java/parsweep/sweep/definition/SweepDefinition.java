package parsweep.sweep.definition;

import parsweep.exec.Plan;

/**
 * A valid definition.
 *
 * @param name given by the user; may be empty
 * @param json as it was submitted, and as it is stored
 */
public record SweepDefinition(String name, String json, Plan plan, Share share) {}
