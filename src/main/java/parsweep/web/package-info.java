/**
 * HTTP: controllers, the records that they send, and problem details. Nothing outside this package knows of requests.
 *
 * <p>{@code results} downloads, {@code watch} tells progress, {@code system} how the service is doing, {@code insight}
 * answers questions about all results, which {@code scan} gives it as rows of numbers, {@code page} is for browsers; all see
 * this package, which sees none of them.
 */
@NullMarked
package parsweep.web;

import org.jspecify.annotations.NullMarked;
