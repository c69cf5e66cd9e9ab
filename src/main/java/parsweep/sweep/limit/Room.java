package parsweep.sweep.limit;

import java.util.Optional;
import java.util.OptionalLong;
import parsweep.sweep.state.FreeSpace;
import parsweep.sweep.state.SweepStore;

/** Whether there is room for further results. Thread-safe. */
public final class Room {
    private final SweepLimits limits;
    private final SweepStore sweeps;
    private final FreeSpace disk;

    public Room(SweepLimits limits, SweepStore sweeps, FreeSpace disk) {
        this.limits = limits;
        this.sweeps = sweeps;
        this.disk = disk;
    }

    /** Why there is no room now, and what would make some; empty if there is. */
    public Optional<String> shortage() {
        return diskShortage().or(this::quotaShortage);
    }

    private Optional<String> diskShortage() {
        OptionalLong free = disk.bytes();
        if (free.isEmpty() || free.getAsLong() >= limits.freeDisk().toBytes()) {
            return Optional.empty();
        }
        return Optional.of("the disk has %dB left (expected: at least %s); more space there lets sweeps go on"
                .formatted(free.getAsLong(), SweepLimits.setting("free-disk", limits.freeDisk())));
    }

    /** Adds up all sweeps, but only if there is a limit. */
    private Optional<String> quotaShortage() {
        long limit = limits.bytes().toBytes();
        long stored = limit == 0 ? 0 : sweeps.storedBytes();
        if (limit == 0 || stored < limit) {
            return Optional.empty();
        }
        return Optional.of("results take %dB (expected: less than %s); deleting sweeps makes room"
                .formatted(stored, SweepLimits.setting("bytes", limits.bytes())));
    }
}
