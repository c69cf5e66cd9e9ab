package parsweep.web.results;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The first rows by value, of any number that are offered, in the memory of those that are kept. */
final class TopRows {
    private record Row(long index, double value) {}

    private final int limit;
    private final Comparator<Row> order;
    private final PriorityQueue<Row> kept; // the last of them is the first to go
    private final boolean descending;

    TopRows(int limit, boolean descending) {
        this.limit = limit;
        this.descending = descending;
        Comparator<Row> byValue = descending
                ? Comparator.<Row>comparingDouble(row -> -row.value())
                : Comparator.comparingDouble(Row::value);
        // NaN last either way: Double.compare has it after everything, and -NaN is NaN. -0.0 counts as 0.0.
        order = byValue.thenComparingLong(Row::index);
        kept = new PriorityQueue<>(Math.max(1, limit), order.reversed());
    }

    /**
     * Offers a row; the indices must ascend.
     *
     * @param value NaN for none
     */
    void add(long index, double value) {
        double key = value + 0.0;
        Row last = kept.peek();
        if (kept.size() < limit) {
            kept.add(new Row(index, key));
        } else if (last != null && isBefore(key, last.value())) { // an equal one came earlier, and stays
            kept.poll();
            kept.add(new Row(index, key));
        }
    }

    private boolean isBefore(double value, double other) {
        return Double.isNaN(other) ? !Double.isNaN(value) : descending ? value > other : value < other;
    }

    /** The indices of the rows that were kept, in their order. */
    long[] indices() {
        return kept.stream().sorted(order).mapToLong(Row::index).toArray();
    }
}
