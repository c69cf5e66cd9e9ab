package parsweep.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The Pareto front of the points added so far: those that no other one dominates, by being at most as large in every
 * objective and smaller in one. Equal points do not dominate each other. Not thread-safe.
 *
 * <p>Points are gathered and thinned out together: sorted, so that none is dominated by one that comes later, and then
 * compared with those before them that are in the front. For two objectives that is one number, for three a staircase
 * of the other two: n log n in all. For more it is the front itself, which is why its size is limited.
 *
 * @see <a href="https://doi.org/10.1145/321906.321910">Kung, Luccio and Preparata (1975)</a>
 */
public final class ParetoFront {
    /** More than anyone looks at, and few enough to be compared with a million points. */
    public static final int MAX_SIZE = 10_000;

    /** A new point is compared with these first; they dominate most of what can be dominated. */
    private static final int FILTERS = 8;

    private final int batch;
    private List<Point> points = new ArrayList<>();
    private List<Point> filters = List.of();

    @SuppressWarnings("ArrayRecordComponent") // never compared as such
    private record Point(long index, double[] objectives) {
        boolean dominatesOrEquals(double[] others) {
            for (int i = 0; i < objectives.length; i++) {
                if (!(objectives[i] <= others[i])) {
                    return false;
                }
            }
            return true;
        }

        boolean equalsIn(double[] others) {
            for (int i = 0; i < objectives.length; i++) {
                if (objectives[i] != others[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A front of more than {@link #MAX_SIZE} points. */
    public static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public ParetoFront() {
        this(1 << 15);
    }

    /**
     * @param batch how many points are gathered
     */
    ParetoFront(int batch) {
        this.batch = batch;
    }

    /**
     * Adds a point.
     *
     * @param objectives to be made small; copied; a point with a NaN among them is passed over
     * @throws TooLargeException if there are too many points that do not dominate each other
     */
    public void add(long index, double... objectives) {
        for (double objective : objectives) {
            if (Double.isNaN(objective)) {
                return;
            }
        }
        for (Point filter : filters) {
            if (filter.dominatesOrEquals(objectives) && !filter.equalsIn(objectives)) {
                return;
            }
        }
        double[] copy = objectives.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] += 0.0; // makes a zero of -0.0
        }
        points.add(new Point(index, copy));
        if (points.size() >= batch + MAX_SIZE) {
            thinOut();
        }
    }

    /** The indices of the front, ascending in the first objective, then in the second, and so on. */
    public long[] indices() {
        thinOut();
        return points.stream().mapToLong(Point::index).toArray();
    }

    private void thinOut() {
        points.sort(Comparator.<Point, double[]>comparing(point -> point.objectives, Arrays::compare)
                .thenComparingLong(Point::index));
        List<Point> front = new ArrayList<>();
        NavigableMap<Double, Double> staircase = new TreeMap<>(); // the smallest third objective up to a second one
        Point last = null;
        boolean dominated = false;
        for (Point point : points) {
            if (last == null || !last.equalsIn(point.objectives)) { // else what holds for its equal holds for it
                dominated = isDominated(point, front, staircase);
            }
            last = point;
            if (!dominated) {
                front.add(point);
                if (point.objectives.length == 3) {
                    put(staircase, point.objectives[1], point.objectives[2]);
                }
            }
        }
        if (front.size() > MAX_SIZE) {
            throw new TooLargeException();
        }
        points = front;
        filters = strongest(front);
    }

    /** Whether one of those before it dominates a point that equals none of them. */
    private static boolean isDominated(Point point, List<Point> front, NavigableMap<Double, Double> staircase) {
        double[] objectives = point.objectives;
        if (objectives.length <= 2) { // of those before it, the last one in the front is the smallest in the second
            return !front.isEmpty() && front.get(front.size() - 1).dominatesOrEquals(objectives);
        }
        if (objectives.length == 3) {
            Map.Entry<Double, Double> step = staircase.floorEntry(objectives[1]);
            return step != null && step.getValue() <= objectives[2];
        }
        return front.stream().anyMatch(other -> other.dominatesOrEquals(objectives));
    }

    private static void put(NavigableMap<Double, Double> staircase, double second, double third) {
        Map.Entry<Double, Double> above = staircase.ceilingEntry(second);
        while (above != null && above.getValue() >= third) {
            staircase.remove(above.getKey());
            above = staircase.ceilingEntry(second);
        }
        staircase.put(second, third);
    }

    /** Some points of the front, evenly spread over it. */
    private static List<Point> strongest(List<Point> front) {
        int step = Math.max(1, front.size() / FILTERS);
        List<Point> chosen = new ArrayList<>();
        for (int i = step / 2; i < front.size(); i += step) {
            chosen.add(front.get(i));
        }
        return chosen;
    }
}
