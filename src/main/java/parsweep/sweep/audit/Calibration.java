package parsweep.sweep.audit;

import java.util.List;

/**
 * How the points of a sweep scale with the number of workers, measured on a sample of them.
 *
 * @param seed of the choice of points
 * @param points that were computed at each number of workers; a point may be computed more than once if the sweep has few
 * @param size number of points of the sweep
 * @param processors of this machine, as the Java virtual machine sees them
 * @param serial one worker, without a queue and without storing: what a loop would take
 * @param curve by number of workers
 * @param disturbed whether sweeps computed in the meantime: then the curve is too flat
 * @param complete whether every number of workers was measured before the time was up
 * @param seconds that it took
 */
public record Calibration(
        long seed,
        long points,
        long size,
        int processors,
        Serial serial,
        List<Step> curve,
        boolean disturbed,
        boolean complete,
        double seconds) {

    /**
     * One worker.
     *
     * @param seconds from the first point to the last
     * @param pointSeconds of these, time in the model
     * @param sweepSeconds that the whole sweep would take so
     */
    public record Serial(double seconds, double pointSeconds, double sweepSeconds) {}

    /**
     * Some workers.
     *
     * @param seconds from the first point to the last
     * @param pointSeconds time in the model, summed over the points; more than at one worker if workers are in each other's
     *     way, for want of memory bandwidth, caches or processors
     * @param speedUp against {@link Serial}
     * @param efficiency {@code speedUp / workers}
     * @param serialFraction what of the work seems not to run in parallel (Karp and Flatt (1990),
     *     doi:10.1145/78607.78614); 0 at one worker
     * @param sweepSeconds that the whole sweep would take so
     */
    public record Step(
            int workers,
            double seconds,
            double pointSeconds,
            double pointsPerSecond,
            double speedUp,
            double efficiency,
            double serialFraction,
            double sweepSeconds) {
        static Step of(int workers, long points, double seconds, double pointSeconds, Serial serial, long size) {
            double speedUp = serial.seconds() / seconds;
            double fraction = workers == 1 ? 0 : (1 / speedUp - 1.0 / workers) / (1 - 1.0 / workers);
            return new Step(
                    workers,
                    seconds,
                    pointSeconds,
                    points / seconds,
                    speedUp,
                    speedUp / workers,
                    fraction,
                    size * seconds / points);
        }
    }
}
