package parsweep.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import parsweep.model.process.Directories;
import tools.jackson.databind.JsonNode;

/**
 * Prints what a point of somebody else's program costs in a sweep, beside {@code multiprocessing.Pool.map} and
 * {@code xargs -P}, in turns and in one run, with a heap of 256 MB. Needs python3 and gcc. Not a test: run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.ProgramBenchmark</pre>
 */
final class ProgramBenchmark {
    private static final int ROUNDS = 5;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final String FUNCTION = """
            def run(x, n):
                for _ in range(n):
                    x = x * 0.5 + 1.0
                return x
            """;

    /** Seconds of a pool that is warm, as the service's workers are, and the microseconds of a single call. */
    private static final String POOL = """
            import multiprocessing, sys, time
            sys.path.insert(0, sys.argv[1])
            from simulation import run
            def call(point):
                return run(*point)
            if __name__ == '__main__':
                n, points, processes = map(int, sys.argv[2:5])
                with multiprocessing.Pool(processes) as pool:
                    pool.map(call, [(1.0, 1)] * 100)
                    started = time.time()
                    pool.map(call, [(float(i), n) for i in range(points)])
                    print(time.time() - started)
            """;

    private static final String PROGRAM = """
            #include <stdio.h>
            #include <stdlib.h>
            int main(int argc, char **argv) {
                printf("{\\"y\\": %.17g}\\n", 2 * atof(argv[argc - 1]));
                return 0;
            }
            """;

    private final Path directory;

    private ProgramBenchmark(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory =
                Files.createTempDirectory(Path.of("target"), "programs-").toAbsolutePath();
        ProgramBenchmark benchmark = new ProgramBenchmark(directory);
        benchmark.writeModels();
        try (ServiceProcess process = ServiceProcess.start(
                ServiceProcess.jar(),
                directory,
                "--parsweep.models=" + directory.resolve("models"),
                "--parsweep.scratch=" + directory.resolve("scratch"))) {
            System.out.printf("%d processors; us per point, best of %d rounds in turns%n", PROCESSORS, ROUNDS);
            benchmark.comparePython(process.service(), "Python, 1 ms of work", 52_000, 4000);
            benchmark.comparePython(process.service(), "the same, longer", 52_000, 16_000);
            benchmark.comparePython(process.service(), "Python, 1 us of work", 52, 1_000_000);
            benchmark.compareProcesses(process.service(), 4000);
            benchmark.comparePython(process.service(), "Python, 1 ms, after all of this", 52_000, 16_000);
            process.stop(Duration.ofSeconds(20));
        } finally {
            Directories.delete(directory);
        }
    }

    private void writeModels() throws IOException, InterruptedException {
        Path python = Files.createDirectories(directory.resolve("models/python"));
        Files.writeString(python.resolve("model.yaml"), """
                name: python
                protocol: python
                function: simulation:run
                parameters: {x: real, n: integer}
                outputs: {y: real}
                """);
        Files.writeString(python.resolve("simulation.py"), FUNCTION);
        Files.writeString(directory.resolve("pool.py"), POOL);
        Path program = Files.createDirectories(directory.resolve("models/program"));
        Files.writeString(program.resolve("model.yaml"), """
                name: program
                protocol: process
                command: [./program, "{x}"]
                parameters: {x: real}
                outputs: {y: real}
                """);
        Files.writeString(program.resolve("program.c"), PROGRAM);
        run(List.of("gcc", "-O2", "-o", program + "/program", program + "/program.c"));
    }

    private void comparePython(Service service, String what, int n, int points) throws Exception {
        String sweep = """
                {"model": "python", "fixed": {"n": %d}, "space": {"grid": {"x": {"arange": [0, %d]}}}}""".formatted(n, points);
        List<String> pool = List.of(
                "python3",
                directory + "/pool.py",
                directory + "/models/python",
                Integer.toString(n),
                Integer.toString(points),
                Integer.toString(PROCESSORS));
        double bestSweep = Double.POSITIVE_INFINITY;
        double bestOther = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double sweepSeconds = seconds(service, sweep);
            double otherSeconds = Double.parseDouble(run(pool).strip());
            if (round == 0) {
                print(what + ", first round", "Pool.map", points, sweepSeconds, otherSeconds);
            }
            bestSweep = Math.min(bestSweep, sweepSeconds);
            bestOther = Math.min(bestOther, otherSeconds);
        }
        print(what, "Pool.map", points, bestSweep, bestOther);
    }

    /** Beside {@code xargs} that forgets which line is whose, and beside one that keeps what each process prints. */
    private void compareProcesses(Service service, int points) throws Exception {
        String sweep = """
                {"model": "program", "space": {"grid": {"x": {"arange": [0, %d]}}}}""".formatted(points);
        String program = directory + "/models/program/program";
        Path kept = Files.createDirectories(directory.resolve("kept"));
        String mixed = "seq 1 %d | xargs -P %d -n 1 %s > /dev/null".formatted(points, PROCESSORS, program);
        String keeping = "seq 1 %d | xargs -P %d -n 1 sh -c '%s $0 > %s/$0 2> %s/$0.err'"
                .formatted(points, PROCESSORS, program, kept, kept);
        double bestSweep = Double.POSITIVE_INFINITY;
        double bestMixed = Double.POSITIVE_INFINITY;
        double bestKeeping = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            bestSweep = Math.min(bestSweep, seconds(service, sweep));
            bestMixed = Math.min(bestMixed, seconds(mixed));
            bestKeeping = Math.min(bestKeeping, seconds(keeping));
        }
        print("a process that does nothing", "xargs", points, bestSweep, bestMixed);
        print("the same", "xargs to files", points, bestSweep, bestKeeping);
    }

    private static double seconds(String script) throws IOException, InterruptedException {
        long started = System.nanoTime();
        run(List.of("sh", "-c", script));
        return (System.nanoTime() - started) * 1e-9;
    }

    /** From the first point to the last. */
    private static double seconds(Service service, String sweep) {
        JsonNode status = service.runUnwatched(sweep);
        if (status.at("/progress/failed").longValue() > 0) {
            throw new IllegalStateException(status.toString());
        }
        return status.at("/timing/elapsedSeconds").doubleValue();
    }

    private static void print(String what, String other, int points, double sweep, double others) {
        System.out.printf(
                "%-34s sweep %9.3f, %s %9.3f, ratio %.2f%n",
                what, sweep / points * 1e6, other, others / points * 1e6, sweep / others);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " has failed");
        }
        return output;
    }
}
