/**
 * Pictures of results, as SVG: for {@code curl}, for papers, and for whoever has no browser. What is shown is what
 * {@link parsweep.web.insight} answers, so that a picture never has more marks than a page has pixels, whatever the number of
 * points; how it is drawn is the business of {@link parsweep.plot}.
 */
@NullMarked
package parsweep.web.plot;

import org.jspecify.annotations.NullMarked;
