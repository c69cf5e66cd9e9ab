/**
 * Models that are programs of the operator's: a directory with a {@code model.yaml} that says how the program is
 * started, how a point reaches it and how its outputs come back. Commands stand in the operator's files and nowhere
 * else; what a sweep chooses are values, and a value is one argument, or a part of one, that no shell looks at.
 *
 * <p>Here is {@code protocol: process}, a process per point; {@code worker} has processes that stay. A version of such
 * a model is a digest of the files in its directory, so that changed code is another version, and files that change
 * under a running sweep stop it instead of mixing two programs in one result.
 */
@NullMarked
package parsweep.model.program;

import org.jspecify.annotations.NullMarked;
