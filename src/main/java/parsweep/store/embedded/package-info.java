/**
 * What an embedded H2 needs and PostgreSQL does not: a path, a word when another process has the file, writing in time and
 * in one piece, and the space of what was deleted.
 */
@NullMarked
package parsweep.store.embedded;

import org.jspecify.annotations.NullMarked;
