/**
 * The operator's directory of models: a sub-directory with a {@code model.yaml} for each program, and jars with models in
 * Java. It is read at the start and whenever somebody asks for it; what cannot be used is listed with its fault.
 */
@NullMarked
package parsweep.model.directory;

import org.jspecify.annotations.NullMarked;
