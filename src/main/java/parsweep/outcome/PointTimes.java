package parsweep.outcome;

import java.util.Arrays;

/** How long the points of a block took, by row. */
final class PointTimes {
    private float[] seconds = new float[64];
    private double total;

    /** Adds the time of the next row. */
    void add(int row, double pointSeconds) {
        if (row == seconds.length) {
            seconds = Arrays.copyOf(seconds, OutputColumn.grown(row, row + 1));
        }
        seconds[row] = (float) pointSeconds;
        total += pointSeconds;
    }

    /** Adds time that is of no row. */
    void addToTotal(double moreSeconds) {
        total += moreSeconds;
    }

    double total() {
        return total;
    }

    /** By row; longer than there are rows. */
    float[] seconds() {
        return seconds;
    }

    float slowest(int rows) {
        float slowest = 0;
        for (int row = 0; row < rows; row++) {
            slowest = Math.max(slowest, seconds[row]);
        }
        return slowest;
    }

    /** Times of rows that are evenly spaced, {@link Block#MAX_SAMPLES} at most. */
    float[] samples(int rows) {
        float[] samples = new float[Math.min(rows, Block.MAX_SAMPLES)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = seconds[(int) ((long) i * rows / samples.length)];
        }
        return samples;
    }

    void clear() {
        total = 0;
    }

    /** Those of the first rows; another thread may be adding further ones. */
    PointTimes copy(int rows) {
        PointTimes copy = new PointTimes();
        copy.seconds = Arrays.copyOf(seconds, Math.max(rows, 1));
        copy.total = total;
        return copy;
    }
}
