package parsweep.sweep.limit;

import java.util.OptionalLong;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.FreeSpace;
import parsweep.sweep.state.SweepStore;

/** How much room sweeps take. */
public final class Occupancy {
    private final SweepStore sweeps;
    private final Database database;
    private final FreeSpace disk;

    public Occupancy(SweepStore sweeps, Database database, FreeSpace disk) {
        this.sweeps = sweeps;
        this.database = database;
        this.disk = disk;
    }

    /** Number of sweeps that are not over. */
    public long activeSweeps() {
        return sweeps.countActive();
    }

    /** Bytes of results of all sweeps. Looks at every sweep. */
    public long resultBytes() {
        return sweeps.storedBytes();
    }

    /** Bytes that the database takes, indexes and space for more included. */
    public OptionalLong databaseBytes() {
        return database.bytes();
    }

    /** Bytes left on the disk of the database, where this process can see it. */
    public OptionalLong freeBytes() {
        return disk.bytes();
    }
}
