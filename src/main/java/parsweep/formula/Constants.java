package parsweep.formula;

import java.util.Map;
import java.util.TreeMap;

/** The names of the language that stand for numbers. */
final class Constants {
    static final Map<String, Double> ALL = new TreeMap<>(Map.of(
            "pi", Math.PI, "e", Math.E, "inf", Double.POSITIVE_INFINITY, "nan", Double.NaN, "true", 1.0, "false", 0.0));

    private Constants() {}
}
