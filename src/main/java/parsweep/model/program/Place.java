package parsweep.model.program;

import java.nio.file.Path;
import parsweep.model.Point;

/** Where a placeholder takes its text from: the point, and the directory that it runs in. */
interface Place {
    String text(Point point, Path scratch);
}
