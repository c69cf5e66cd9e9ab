/**
 * Answers about a whole sweep: arrays over its parameters, histograms, summaries, best points, sensitivity, comparison.
 *
 * <p>A question is a record that is valid once it exists ({@link parsweep.web.insight.ArrayQuery}); it is put to the
 * results of a sweep and gives another record, which is what the controllers send and what plots are drawn from. The
 * request's own thread scans the results, in the order of the indices: an answer does not depend on how many workers
 * computed them. {@link parsweep.web.insight.Analyses} bounds how many do so at a time, so that their memory is bounded.
 */
@NullMarked
package parsweep.web.insight;

import org.jspecify.annotations.NullMarked;
