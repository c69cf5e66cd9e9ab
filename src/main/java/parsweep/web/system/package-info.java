/** How the service is doing, for people; Prometheus has its own way. */
@NullMarked
package parsweep.web.system;

import org.jspecify.annotations.NullMarked;
