/**
 * The contract between the service and a simulation. A {@link parsweep.model.Model} declares its parameters and outputs
 * and opens {@link parsweep.model.Session}s; a session belongs to one thread and runs points.
 *
 * <p>The declaration comes first because it is what submission, Swagger, CSV headers and plots need before anything has
 * run: a sweep is refused at the door, not at point 40,000. A session, not the model, is what runs, because warm Python
 * processes and WebAssembly instances are expensive to open and can serve one thread only. Values travel by slot, the
 * position in the declaration, so that no name is looked up and nothing is boxed per point.
 *
 * <p>There is a sub-package per kind of model.
 */
@NullMarked
package parsweep.model;

import org.jspecify.annotations.NullMarked;
