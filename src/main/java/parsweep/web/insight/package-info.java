/**
 * Answers that sum up a whole sweep: labelled arrays over its parameters, two-dimensional histograms, summaries of groups.
 * How questions are asked is in {@link parsweep.web.question}, how rows are read in {@link parsweep.web.scan}.
 */
@NullMarked
package parsweep.web.insight;

import org.jspecify.annotations.NullMarked;
