/**
 * A sweep as a ZIP archive that needs no service: {@code export.zip}. What is in it is for people who read it years later,
 * so its formats are JSON, CSV, NumPy's and text, and where a model can be had as Python, a script computes the points again
 * and compares.
 *
 * <p>Written straight to the connection, entry by entry; nothing is collected.
 */
@NullMarked
package parsweep.web.archive;

import org.jspecify.annotations.NullMarked;
