package parsweep.formula;

/** Comparisons and truth, as numbers: 1 or 0. Comparisons with NaN are false, but for {@code !=}. */
final class Relations {
    private Relations() {}

    /** The operator of a relation in Python. */
    static String python(String relation) {
        return switch (relation) {
            case "less" -> "<";
            case "lessOrEqual" -> "<=";
            case "greater" -> ">";
            case "greaterOrEqual" -> ">=";
            case "equal" -> "==";
            case "unequal" -> "!=";
            default -> throw new IllegalArgumentException(relation);
        };
    }

    static double less(double a, double b) {
        return a < b ? 1 : 0;
    }

    static double lessOrEqual(double a, double b) {
        return a <= b ? 1 : 0;
    }

    static double greater(double a, double b) {
        return a > b ? 1 : 0;
    }

    static double greaterOrEqual(double a, double b) {
        return a >= b ? 1 : 0;
    }

    static double equal(double a, double b) {
        return a == b ? 1 : 0;
    }

    static double unequal(double a, double b) {
        return a != b ? 1 : 0;
    }

    static double isTrue(double a) {
        return a != 0 ? 1 : 0;
    }

    static double isFalse(double a) {
        return a == 0 ? 1 : 0;
    }
}
