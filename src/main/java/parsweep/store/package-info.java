/**
 * The {@link parsweep.sweep.state.Stores} on JPA, and the {@link parsweep.sweep.state.Database} that they are in: the only
 * SQL besides the queue's own. Everything here is package-private; what only an embedded H2 needs is in
 * {@link parsweep.store.embedded}.
 *
 * <p>A row of {@code block} is a run of points, never a point: some 3.4 million points a second go into H2 this way,
 * 74 thousand as a row each. Payloads are {@code BLOB} on H2 and {@code bytea} on PostgreSQL, by the length on the
 * column and never {@code @Lob}, which PostgreSQL would take for a large object that nobody deletes.
 */
@NullMarked
package parsweep.store;

import org.jspecify.annotations.NullMarked;
