package parsweep.web.best;

/** What is good in an output. */
public enum Direction {
    MIN,
    MAX;

    /** A number that is the smaller, the better the value is. */
    double cost(double value) {
        return this == MIN ? value : -value;
    }
}
