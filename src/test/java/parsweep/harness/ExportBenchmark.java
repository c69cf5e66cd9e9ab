package parsweep.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Prints how fast results are downloaded in each format from a service with a heap of 256 MB, beside pandas, if there is
 * a Python with it (and PyArrow), and DuckDB writing the same table to a file in the same run. Not a test: run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.ExportBenchmark</pre>
 */
final class ExportBenchmark {
    private static final int ROUNDS = 3;
    private static final long ROWS = 1_000_000;

    private static final String PANDAS = """
            import sys, time
            import pandas
            table = pandas.read_csv(sys.argv[1])
            started = time.time()
            table.to_csv(sys.argv[2] + '.csv', index=False)
            print(time.time() - started, flush=True)
            table.to_parquet(sys.argv[2] + '.parquet', index=False, compression='zstd')  # loads PyArrow, if there is one
            started = time.time()
            table.to_parquet(sys.argv[2] + '.parquet', index=False, compression='zstd')
            print(time.time() - started)
            """;

    private ExportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "export-");
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.jar(), directory)) {
            Service service = process.service();
            String results = sweep(service, ROWS);
            Path csv = directory.resolve("results.csv");
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.println("round " + round);
                for (String format : List.of("csv", "npz", "nc", "arrows", "parquet", "xlsx", "ndjson")) {
                    download(service, results + format, directory.resolve("results." + format), ROWS);
                }
                download(service, results + "npy?output=y", directory.resolve("results.npy"), ROWS);
                pandas(csv, directory.resolve("pandas"));
                duckDb(csv, directory);
            }
            download(service, sweep(service, 10 * ROWS) + "csv", csv, 10 * ROWS);
        }
    }

    private static String sweep(Service service, long rows) {
        long id = service.run("""
                        {"model": {"formula": {"y": "sin(x) * exp(-x / %d)", "z": "sqrt(x)"}},
                         "space": {"grid": {"x": {"linspace": [0, 1000, %d]}}}}""".formatted(rows, rows)).get("id").longValue();
        return "/api/v1/sweeps/" + id + "/results.";
    }

    private static void download(Service service, String path, Path file, long rows) {
        long started = System.nanoTime();
        service.download(path, file);
        print(path.substring(path.lastIndexOf('.') + 1), (System.nanoTime() - started) * 1e-9, rows, file.toFile());
    }

    private static void pandas(Path csv, Path target) throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            Process process = new ProcessBuilder(python, "-c", PANDAS, csv.toString(), target.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> seconds = process.inputReader().lines().toList();
            process.waitFor();
            List<String> formats = List.of("csv", "parquet");
            for (int i = 0; i < seconds.size(); i++) {
                String format = formats.get(i);
                print("pandas to_" + format, Double.parseDouble(seconds.get(i)), ROWS, new File(target + "." + format));
            }
            if (!seconds.isEmpty()) {
                return;
            }
        }
        System.out.println("no Python with pandas: nothing to compare with");
    }

    /** With one thread, as a download has. */
    private static void duckDb(Path csv, Path directory) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("CREATE TABLE t AS FROM read_csv('%s')".formatted(csv));
            for (String format : List.of("csv", "parquet")) {
                Path file = directory.resolve("duckdb." + format);
                long started = System.nanoTime();
                statement.execute("COPY t TO '%s' (FORMAT %s%s)"
                        .formatted(file, format, format.equals("parquet") ? ", COMPRESSION zstd" : ""));
                print("DuckDB " + format, (System.nanoTime() - started) * 1e-9, ROWS, file.toFile());
            }
        }
    }

    private static void print(String what, double seconds, long rows, File file) {
        System.out.printf(
                "%-16s %7.2f s  %10.0f rows/s  %7.1f MB%n", what, seconds, rows / seconds, file.length() * 1e-6);
    }
}
