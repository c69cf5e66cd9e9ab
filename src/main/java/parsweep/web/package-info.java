/**
 * HTTP: controllers, the records that they send, and problem details. Nothing outside this package knows of requests.
 *
 * <p>Results are written by the request's own thread straight to the connection, block by block, each in a short
 * transaction; nothing is collected, so a download of any size takes a few megabytes and holds no database connection
 * while the client is slow.
 *
 * <p>Who waits for news of a sweep holds no thread: {@code SweepWatch} looks at each watched sweep with the one thread of
 * this package, and {@code EventOutput} writes events without blocking.
 */
@NullMarked
package parsweep.web;

import org.jspecify.annotations.NullMarked;
