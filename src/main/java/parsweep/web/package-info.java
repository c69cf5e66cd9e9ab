/**
 * HTTP: controllers, the records that they send, and problem details. Nothing outside this package knows of requests.
 *
 * <p>Results are written by the request's own thread straight to the connection, block by block, each in a short
 * transaction; nothing is collected, so a download of any size takes a few megabytes and holds no database connection
 * while the client is slow.
 */
@NullMarked
package parsweep.web;

import org.jspecify.annotations.NullMarked;
