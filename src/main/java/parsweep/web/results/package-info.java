/**
 * Results: a sweep's blocks as a {@link parsweep.export.Table}, which the formats of {@link parsweep.export} write to the
 * response while it is read.
 *
 * <p>Results are written by the request's own thread straight to the connection, block by block, each in a short
 * transaction; nothing is collected, so a download of any size takes a few megabytes and holds no database connection
 * while the client is slow.
 */
@NullMarked
package parsweep.web.results;

import org.jspecify.annotations.NullMarked;
