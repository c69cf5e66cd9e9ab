/**
 * What the page in {@code static} needs besides the REST API, which is all that it uses: headers that let a browser run
 * nothing but our own files, and caches that notice a new version.
 *
 * <p>The page is plain ES modules, served as they are written: no Node, no build, and what stands in the browser's
 * debugger is what stands here. ECharts is the only library, a single file taken from its jar when this is built.
 */
@NullMarked
package parsweep.web.page;

import org.jspecify.annotations.NullMarked;
