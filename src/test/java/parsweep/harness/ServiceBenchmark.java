package parsweep.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Prints what the whole service costs on this machine, from the request to the result on disk, with a heap of 256 MB,
 * and the same work by {@code multiprocessing.Pool.map} and {@code numpy.save} in the same run. Not a test: run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.ServiceBenchmark</pre>
 */
final class ServiceBenchmark {
    private static final int ROUNDS = 3;

    private static final String SQUARES = """
            {"model": "square", "space": {"grid": {"x": {"arange": [0, 1000000]}}}}""";

    private static final String PAIRS = """
            {"model": "linear-series",
             "space": {"zip": {"param1": {"arange": [0, 100]}, "param2": {"arange": [2, 202, 2]}}}}""";

    private static final String CHAINS = """
            {"model": "wormlike-chain", "seed": 1,
             "space": {"union": [
               {"grid": {"packingRatio": {"linspace": [20, 60, 10]}, "persistenceLength": {"linspace": [20, 100, 10]}}},
               {"grid": {"packingRatio": {"linspace": [60, 100, 10]}, "persistenceLength": {"linspace": [100, 200, 10]}}}]}}
            """;

    /** The pairs in Python: {@code loop} computes value by value, {@code numpy} an array at a time. */
    private static final String PYTHON = """
            import multiprocessing, numpy, sys, time
            def loop(pair):
                a, b = pair
                return [a * ctr - b ** 2 for ctr in range(1_000_000)]
            def vector(pair):
                return pair[0] * numpy.arange(1_000_000) - pair[1] ** 2
            if __name__ == '__main__':
                pairs = [(float(a), float(b)) for a, b in zip(range(100), range(2, 202, 2))]
                started = time.time()
                with multiprocessing.Pool() as pool:
                    rows = pool.map({'loop': loop, 'numpy': vector}[sys.argv[1]], pairs)
                numpy.save(sys.argv[2], numpy.array(rows))
                print('%.2f' % (time.time() - started))
            """;

    private ServiceBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "benchmark-");
        System.out.printf(
                "%s, Java %s, %s %s, %d processors%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        try (ServiceProcess first = ServiceProcess.start(ServiceProcess.jar(), directory)) {
            print("start, new database", first.startTime().toNanos() * 1e-9, "");
        }
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.jar(), directory)) {
            print("start, database that is there", process.startTime().toNanos() * 1e-9, "");
            measure(process.service(), directory);
        } finally {
            delete(directory);
        }
    }

    private static void measure(Service service, Path directory) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            long started = System.nanoTime();
            JsonNode squares = service.run(SQUARES);
            print("1,000,000 squares, submitted to completed", seconds(started), timing(squares));

            started = System.nanoTime();
            JsonNode chains = service.run(CHAINS);
            double points = chains.at("/progress/total").doubleValue();
            print("200 points of 100 wormlike chains", seconds(started), timing(chains));
            if (points != 200) {
                throw new IllegalStateException(chains.toString());
            }

            started = System.nanoTime();
            JsonNode pairs = service.run(PAIRS);
            double completed = seconds(started);
            File npy = directory.resolve("pairs.npy").toFile();
            service.download(pairs.at("/links/self").stringValue() + "/results.npy", npy.toPath());
            print(
                    "100 pairs x 1,000,000 values, to .npy on disk",
                    seconds(started),
                    "completed after %.2f s".formatted(completed));
            if (npy.length() != 128 + 800_000_000L) {
                throw new IllegalStateException(npy + " has " + npy.length() + " bytes");
            }
            python(directory, "numpy");
            if (round == ROUNDS - 1) {
                python(directory, "loop");
            }
        }
    }

    private static void python(Path directory, String function) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("pairs.py"), PYTHON);
        Process python = new ProcessBuilder(
                        "python3",
                        script.toString(),
                        function,
                        directory.resolve("python.npy").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (python.waitFor() == 0) {
            print("the same by Pool.map and numpy.save", Double.parseDouble(output), "function: " + function);
        }
    }

    private static String timing(JsonNode status) {
        return "%.2f s in the model".formatted(status.at("/timing/pointSeconds").doubleValue());
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) * 1e-9;
    }

    private static void print(String what, double seconds, String more) {
        System.out.printf("%-48s %6.2f s  %s%n", what, seconds, more);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
