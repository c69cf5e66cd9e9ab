package parsweep.web.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The service at one moment, as JSON.
 *
 * @param java version of the virtual machine
 * @param startedAt of the process that answers
 * @param points that got an outcome since then, in that process
 */
record SystemResponse(
        String version,
        String java,
        int processors,
        Instant startedAt,
        Heap heap,
        Workers workers,
        Queue queue,
        Points points,
        Database database,
        Limits limits) {

    /** Memory in bytes. */
    record Heap(long used, long max) {}

    /**
     * Workers of the process that answers.
     *
     * @param busy that compute a block
     * @param stuck threads that were given up because a model ignores its interrupt
     */
    record Workers(int total, int busy, int stuck) {}

    /**
     * What waits, in all processes.
     *
     * @param shards that wait for a worker
     * @param sweeps that are not over
     */
    record Queue(long shards, long sweeps) {}

    record Points(long done, long failed) {}

    /**
     * The database.
     *
     * @param resultBytes of all sweeps
     * @param bytes that it takes as a whole; absent if it is in memory
     * @param freeBytes on its disk; absent if that is elsewhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Database(
            String kind,
            long resultBytes,
            @Nullable Long bytes,
            @Nullable Long freeBytes) {}

    /** What is beyond is refused; bytes is 0 if there is no limit. */
    record Limits(
            long points,
            int activeSweeps,
            long bytesPerSweep,
            long bytes,
            long body,
            long freeDisk,
            int eventStreams,
            int downloads) {}
}
