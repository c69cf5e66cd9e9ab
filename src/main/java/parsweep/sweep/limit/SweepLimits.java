package parsweep.sweep.limit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the service takes on. The README says why the defaults are what they are.
 *
 * @param points of one sweep, replicates counted one by one
 * @param activeSweeps that are not over, at a time
 * @param bytesPerSweep of stored results; looked at whenever a worker's turn ends, so that up to two seconds of results
 *     come on top
 * @param bytes of stored results of all sweeps; 0 for no limit
 * @param body of one request
 * @param freeDisk that is left alone on the file system of the database's file
 * @param stuckThreads given-up threads that are put up with; null for as many as there are workers
 */
@ConfigurationProperties("parsweep.limits")
public record SweepLimits(
        @DefaultValue("1000000000000") long points,
        @DefaultValue("1000") int activeSweeps,
        @DefaultValue("1TB") DataSize bytesPerSweep,
        @DefaultValue("0") DataSize bytes,
        @DefaultValue("16MB") DataSize body,
        @DefaultValue("256MB") DataSize freeDisk,
        @Nullable Integer stuckThreads) {
    /** A body is read into memory as a whole. */
    private static final DataSize MAX_BODY = DataSize.ofGigabytes(1);

    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

    /**
     * @throws IllegalArgumentException if a limit lets nothing pass
     */
    public SweepLimits {
        require(points >= 1, "points", points, "at least 1");
        require(activeSweeps >= 1, "active-sweeps", activeSweeps, "at least 1");
        require(bytesPerSweep.toBytes() >= 1, "bytes-per-sweep", bytesPerSweep, "at least 1B");
        require(!bytes.isNegative(), "bytes", bytes, "0 for no limit, or more");
        require(body.toBytes() >= 1 && body.compareTo(MAX_BODY) <= 0, "body", body, "1B to 1GB");
        require(!freeDisk.isNegative(), "free-disk", freeDisk, "0 or more");
        require(stuckThreads == null || stuckThreads >= 0, "stuck-threads", String.valueOf(stuckThreads), "0 or more");
    }

    private static void require(boolean valid, String name, Object value, String expected) {
        if (!valid) {
            throw new IllegalArgumentException("%s (expected: %s)".formatted(setting(name, value), expected));
        }
    }

    /** A limit as it stands in the configuration, and in every message. */
    public static String setting(String name, Object value) {
        return "parsweep.limits.%s=%s".formatted(name, value instanceof DataSize size ? text(size) : value);
    }

    /** In the largest unit of which it is a multiple. */
    private static String text(DataSize size) {
        long number = size.toBytes();
        int unit = 0;
        while (number != 0 && number % 1024 == 0 && unit < UNITS.size() - 1) {
            number /= 1024;
            unit++;
        }
        return number + UNITS.get(unit);
    }
}
