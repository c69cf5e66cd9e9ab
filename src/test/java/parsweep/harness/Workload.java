package parsweep.harness;

import java.util.List;

/**
 * A sweep to be disturbed.
 *
 * @param name by which it is found again
 * @param definition as it is submitted
 * @param results what of it is downloaded and compared
 */
record Workload(String name, String definition, String results) {
    /**
     * Sweeps of every kind: cheap points, slow ones with random numbers, large outputs, and points that fail.
     *
     * @param size 1 for some seconds on one core each; their points stay the same, only their number grows
     */
    static List<Workload> ofEveryKind(double size) {
        return List.of(
                of("cheap", "results.npy?output=y", """
                        "model": "square", "space": {"grid": {"x": {"arange": [0, %d]}}}""".formatted(Math.round(10_000_000 * size))),
                of("slow", "results.csv", """
                        "model": "wormlike-chain", "seed": 5, "fixed": {"chains": 300}, "replicates": 2,
                        "space": {"grid": {"packingRatio": [20, 40], "persistenceLength": {"linspace": [20, 100, %d]}}}""".formatted(Math.round(16 * size))),
                of("large", "results.npy?output=series", """
                        "model": "linear-series", "fixed": {"n": 200000},
                        "space": {"zip": {"param1": {"arange": [0, %1$d]}, "param2": {"linspace": [0, 7, %1$d]}}}""".formatted(Math.round(150 * size))),
                of("failing", "results.csv", """
                        "model": "linear-series", "fixed": {"n": 20},
                        "space": {"grid": {"param1": {"arange": [0, %d]}, "param2": [1, 1e200, 3]}}""".formatted(Math.round(20_000 * size))));
    }

    private static Workload of(String name, String results, String definition) {
        return new Workload(name, "{\"name\": \"" + name + "\", " + definition + "}", results);
    }
}
