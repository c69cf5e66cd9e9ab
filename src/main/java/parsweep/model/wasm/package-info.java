/**
 * Models that are WebAssembly modules, uploaded by anyone.
 *
 * <p>A module is parsed, validated and compiled to JVM bytecode by Endive (run.endive), the successor of Chicory: pure Java, so
 * that the service stays one jar that runs everywhere, with a sandbox that is the JVM's. Rejected: a native runtime such as Wasmtime,
 * which is faster to compile but must be shipped for each platform and brings a crash of its own down on the whole
 * service; and Endive's interpreter, which is a hundred times slower.
 *
 * <p><b>What a module can do</b> is to compute. It imports functions of mathematics, the point's random numbers and a
 * WASI in which there is nothing; no clock, no file, no socket, no thread. Its memory is bounded by us, its tables do not
 * grow, its loops stop at an interrupt. What the runtime would allocate on a module's word is checked before: see {@code Outline}. Whatever
 * is thrown by parser, compiler or module is an {@link parsweep.model.wasm.InvalidModule}, or a point that has failed.
 *
 * <p><b>Every point starts from the same state</b>: that of the module after its start function. Memory and globals are set
 * back before a point, unless no instruction of the module writes to them, so that what a point finds does not depend on
 * the points that its worker had before.
 *
 * <p><b>The just-in-time compiler is not trusted.</b> That of JDK 17 computes some modules wrongly; see {@code SelfTest}.
 */
@NullMarked
package parsweep.model.wasm;

import org.jspecify.annotations.NullMarked;
