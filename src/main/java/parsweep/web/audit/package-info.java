/**
 * How a sweep was computed: {@code speedup}, {@code calibrate}, {@code verify}, {@code profile}, and the archive with which
 * others can do without us, {@code export.zip}.
 */
@NullMarked
package parsweep.web.audit;

import org.jspecify.annotations.NullMarked;
