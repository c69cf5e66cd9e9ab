/**
 * Models in Java that somebody else has compiled: jars whose {@code META-INF/services/parsweep.model.Model} names them.
 *
 * <p>A jar has a class loader of its own, so that two may bring two versions of a library; what they share with the
 * service is the packages {@code parsweep.model}, {@code parsweep.space} and what these use. They are trusted code: they
 * run in the service's own process (rejected: a process for each, which is what {@code protocol: worker} is for).
 */
@NullMarked
package parsweep.model.plugin;

import org.jspecify.annotations.NullMarked;
