/**
 * Progress without asking again and again: server-sent events and long polls. One thread looks at the watched sweeps,
 * another at the lists of them, at each once for all who wait for it; a client that waits holds no thread, and one that is slow holds nobody up.
 */
@NullMarked
package parsweep.web.watch;

import org.jspecify.annotations.NullMarked;
