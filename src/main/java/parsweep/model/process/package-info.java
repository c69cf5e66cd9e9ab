/**
 * Processes of other programs: started, limited, watched, and ended with all that they have started.
 *
 * <p>Every process has a mark in its environment, which all its descendants inherit. Whatever carries the mark is ended,
 * so that neither a double fork nor a session of its own is a way out (rejected: process groups, which a shell leaves
 * at once, and parent-death signals, which are sent when the <em>thread</em> dies that started the process, and which
 * grandchildren do not inherit). When the service itself is killed, a shell that waits at the other end of a pipe reads
 * its end and does the same; should that be killed too, the next start does it.
 *
 * <p>Processes are in a session of their own, because Ctrl-C at the terminal is meant for the service, which then lets
 * its points finish. Nothing here has a thread: who waits for a process is interrupted by killing it, see
 * {@link parsweep.model.process.Waiting}.
 */
@NullMarked
package parsweep.model.process;

import org.jspecify.annotations.NullMarked;
