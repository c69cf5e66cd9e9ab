package parsweep.web.insight;

import parsweep.stats.Moments;

/** What the points of a cell come to. */
public enum Reduce {
    MEAN,
    /** Needs the values themselves: see {@link CellMedians}. */
    MEDIAN,
    MIN,
    MAX,
    /** With the divisor n - 1. */
    STD,
    SUM,
    COUNT;

    /** NaN if there are too few values. */
    double of(Moments moments) {
        return switch (this) {
            case MEAN -> moments.mean();
            case MEDIAN -> Double.NaN;
            case MIN -> moments.min();
            case MAX -> moments.max();
            case STD -> moments.standardDeviation();
            case SUM -> moments.count() == 0 ? Double.NaN : moments.sum();
            case COUNT -> moments.count();
        };
    }
}
