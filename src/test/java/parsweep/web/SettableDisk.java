package parsweep.web;

import java.util.OptionalLong;
import org.springframework.context.annotation.Primary;
import parsweep.sweep.state.FreeSpace;

/** A disk that is as full as the test says. */
@Primary
final class SettableDisk implements FreeSpace {
    private volatile long free = Long.MAX_VALUE;

    void setFree(long bytes) {
        free = bytes;
    }

    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(free);
    }
}
