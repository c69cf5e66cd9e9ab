package parsweep.exec;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Tells a flight recording what a session thread computes from now on; costs nothing when there is none. */
@Name(BlockStart.NAME)
@Label("Start of a block")
@Category("Parsweep")
@StackTrace(false)
@Enabled(false)
final class BlockStart extends Event {
    static final String NAME = "parsweep.BlockStart";

    @Label("Which sweep, see Plan.key")
    private final int sweep;

    BlockStart(int sweep) {
        this.sweep = sweep;
    }

    int sweep() {
        return sweep;
    }
}
