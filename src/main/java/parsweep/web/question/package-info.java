/**
 * What all questions to a sweep have in common: how many are answered at a time, what their parameters may be, and how
 * their numbers are written.
 *
 * <p>A question is a record that is valid once it exists, such as {@link parsweep.web.insight.ArrayQuery}; it is put to the
 * results of a sweep and gives another record, which is what the controllers send and what plots are drawn from. The
 * request's own thread scans the results, in the order of the indices: an answer does not depend on how many workers
 * computed them. {@link parsweep.web.question.Analyses} bounds how many do so at a time, so that their memory is bounded.
 */
@NullMarked
package parsweep.web.question;

import org.jspecify.annotations.NullMarked;
