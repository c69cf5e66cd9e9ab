package parsweep.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import parsweep.harness.Service;

/** Sweeps of every kind, for all there is to see on the page. */
record Exhibition(
        long chains,
        long otherChains,
        long running,
        long failing,
        long stopped,
        long ishigami,
        long arrays,
        long camel) {
    private static final String CHAINS = """
            {"name": "Chains of DNA%s", "model": "wormlike-chain", "replicates": 3, "seed": %d, "fixed": {"chains": 100},
             "space": {"grid": {"packingRatio": {"linspace": [20, 60, 21]}, "persistenceLength": {"geomspace": [10, 200, 24]}}}}""";

    /**
     * Directories of models as somebody has them who is about to add one: the examples, and a manifest with a mistake.
     *
     * @param directory in which they are made
     */
    static Path models(Path directory) throws IOException {
        Path target = Files.createDirectories(directory.resolve("models"));
        Path source = Path.of("http-examples", "models");
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file));
                if (!Files.exists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        Files.writeString(Files.createDirectories(target.resolve("heat-flow")).resolve("model.yaml"), """
                name: heat-flow
                summary: heat through a wall of layers
                protocol: process
                command: [sh, wall.sh, "{thickness}", "{conductivitiy}"]
                parameters:
                  thickness: {type: real, unit: m, above: 0}
                  conductivity: {type: real, unit: W/(m K), above: 0}
                outputs:
                  flux: {type: real, unit: W/m^2}
                """);
        return target;
    }

    static Exhibition open(Service service) {
        long chains = service.start(CHAINS.formatted("", 42));
        long otherChains = service.start(CHAINS.formatted(", other seed", 43));
        long failing = service.start("""
                {"name": "Poles and roots", "model": {"formula": {"z": "sqrt(x - 2) + y", "w": "1 / (x - 3)", "v": "log(y - 0.5)"}},
                 "space": {"grid": {"x": {"linspace": [0, 10, 41]}, "y": {"linspace": [0, 3, 13]}}}}""");
        long stopped = service.start("""
                {"name": "Too large by half", "model": "linear-series", "fixed": {"n": 5}, "maxFailures": 3,
                 "space": {"grid": {"param1": [1, 1e308], "param2": {"linspace": [0, 20, 21]}}}}""");
        long ishigami = service.start("""
                {"name": "Ishigami", "model": {"formula": {"y": "sin(a) + 7 * sin(b)^2 + 0.1 * c^4 * sin(a)"}},
                 "space": {"sensitivity": {"method": "saltelli", "count": 1024, "parameters": {
                   "a": {"uniform": [-3.141592653589793, 3.141592653589793]},
                   "b": {"uniform": [-3.141592653589793, 3.141592653589793]},
                   "c": {"uniform": [-3.141592653589793, 3.141592653589793]}}}}}""");
        long arrays = service.start("""
                {"name": "Road to chaos", "model": "logistic-map", "space": {"grid": {"r": {"linspace": [2.8, 4, 601]}}}}""");
        long camel = service.start("""
                {"name": "Six-hump camel", "model": {"formula": {"f": "(4 - 2.1 * x^2 + x^4 / 3) * x^2 + x * y + 4 * (y^2 - 1) * y^2"}},
                 "space": {"grid": {"x": {"linspace": [-2, 2, 81]}, "y": {"linspace": [-1, 1, 61]}}}}""");
        List.of(chains, otherChains, failing, stopped, ishigami, arrays, camel).forEach(service::await);
        long running = service.start("""
                {"name": "A long night of options", "model": "black-scholes-monte-carlo", "fixed": {"paths": 100000}, "replicates": 4,
                 "space": {"grid": {"spot": {"linspace": [80, 120, 81]}, "volatility": {"linspace": [0.1, 0.6, 101]}}}}""");
        return new Exhibition(chains, otherChains, running, failing, stopped, ishigami, arrays, camel);
    }
}
