/**
 * HTTP: controllers, the records that they send, and problem details. Nothing outside this package knows of requests.
 *
 * <p>{@code results} downloads, {@code watch} tells progress; both see this package, which sees neither.
 */
@NullMarked
package parsweep.web;

import org.jspecify.annotations.NullMarked;
