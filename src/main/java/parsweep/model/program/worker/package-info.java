/**
 * Programs whose processes stay, a process for each worker of the service: {@code protocol: worker}, which speaks JSON
 * lines, and {@code protocol: python}, where the service brings the other end and the frames are binary.
 *
 * <p>Points are sent ahead of their answers, as many as take some 10 ms, because a round trip through two pipes costs as
 * much as 50 short points. Answers come in the order of the points. What was sent is compared, byte by byte, with the
 * point that is asked for next: an answer is never taken for another point's, whatever the service asks for. If the
 * process dies or hangs with several points in hand, each of them may be to blame, and they are run one by one (see
 * {@link parsweep.model.KilledException}).
 */
@NullMarked
package parsweep.model.program.worker;

import org.jspecify.annotations.NullMarked;
