/**
 * A language of formulas over doubles: {@code a * sin(b) + c^2}. {@link parsweep.formula.Formula} parses one and compiles
 * it to bytecode.
 *
 * <p><b>Semantics</b> are those of Python where Python has them: {@code ^} and {@code **} are power, right associative and
 * tighter than a minus before them ({@code -a^2} is {@code -(a^2)}), {@code 1/2} is 0.5, comparisons chain
 * ({@code 0 < a < 1}), {@code %} and {@code mod} have the sign of the divisor, {@code round} goes to the even
 * neighbour. Division by zero and domain errors give infinities and NaN, as in NumPy. There is one type: comparisons,
 * {@code and}, {@code or} and {@code not} give 1 or 0, so that {@code (a > 0) * b} works, and any number but 0 is true;
 * NaN is true, as in Python and C. From the loosest to the tightest: {@code ?:}, {@code or}, {@code and}, {@code not},
 * comparisons, {@code + -}, {@code * / %}, signs, power. There are no loops, no assignments and no side effects: every
 * formula ends, and takes a time that is bounded by its length.
 *
 * <p><b>Bit-identical results</b> on every machine, JVM and tier of compilation: {@code Math.sin} and its siblings may
 * differ by a unit in the last place between processors and between JVMs, so that replicas of one service could
 * disagree. Hence {@code StrictMath}, which is specified bit by bit, and our own code where it has nothing. That costs
 * nothing for arithmetic and square roots, up to 10 ns for {@code sin}, {@code exp} or {@code log}, and 70 ns for a
 * power whose exponent is neither a small whole number nor 0.5. Special functions are the library's, which is pure Java.
 *
 * <p><b>Bytecode</b>, by ASM, as a hidden class that is collected with its formula: the just-in-time compiler then makes
 * of it what it makes of hand-written Java. A tree of objects would cost a virtual call per operation, arrays of
 * intermediate results a pass over memory per operation. A class has a method for one point and a loop over columns of
 * points, in which arithmetic becomes vector instructions. ASM is needed because Java has no class writer of its own before 24.
 *
 * <p><b>Libraries</b> that were considered: EvalEx takes {@code -12^2} for 144 unless it is told otherwise and computes
 * with BigDecimal; exp4j has no comparisons and is no longer developed; mXparser is not free for commercial use; in JEXL
 * {@code ^} is exclusive or, and there are loops. None was found that promises the same bits everywhere, so none was
 * measured.
 */
@NullMarked
package parsweep.formula;

import org.jspecify.annotations.NullMarked;
