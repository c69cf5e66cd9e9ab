package parsweep.model.wasm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parsweep.model.ModelException;
import parsweep.model.Run;
import parsweep.model.Session;

/**
 * Prints what a step of three kernels takes as a WebAssembly model of {@code kernels.c}, compiled natively by {@code gcc
 * -O3} from the same source, and written in Java; and what a point of next to no work takes. Run by hand; needs gcc.
 */
final class WebAssemblyBenchmark {
    private static final int ROUNDS = 15;

    private WebAssemblyBenchmark() {}

    private interface Kernel {
        double of(double parameter, int steps);
    }

    private record Case(String name, double parameter, int steps, int cells, Kernel java) {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("kernels");
        Path source = directory.resolve("kernels.c");
        Files.write(source, resource("kernels.c"));
        Path program = directory.resolve("kernels");
        answer("gcc", "-O3", "-DNATIVE", "-o", program.toString(), source.toString(), "-lm");
        List<Case> cases = List.of(
                new Case("lorenz", 28, 1_000_000, 1, WebAssemblyBenchmark::lorenz),
                new Case("heat", 0.25, 2000, 4096, WebAssemblyBenchmark::heat),
                new Case("waves", 0.01, 300_000, 1, WebAssemblyBenchmark::waves));
        System.out.println("ns per step (per cell): WebAssembly, gcc -O3, Java; ratios to them");
        for (Case each : cases) {
            double units = (double) each.steps() * each.cells();
            String[] native_ = answer(
                            program.toString(),
                            each.name(),
                            Double.toString(each.parameter()),
                            Integer.toString(each.steps()),
                            Integer.toString(ROUNDS))
                    .split(" ", 2);
            double gcc = Double.parseDouble(native_[0]) / units;
            double java = best(() -> each.java().of(each.parameter(), each.steps())) / units;
            WasmModel model = Modules.model(
                    "{name: kernel, function: none, parameters: {p: real, n: integer}, outputs: {%s: real}}"
                            .formatted(each.name()),
                    resource("kernels.wasm"));
            try (Session session = model.open()) {
                Run run = Run.of(model).with("p", each.parameter()).with("n", each.steps());
                double wasm = best(() -> run.in(session).real(each.name())) / units;
                System.out.printf(
                        "%s: %.2f, %.2f, %.2f; %.2f, %.2f; difference %.1e%n",
                        each.name(),
                        wasm,
                        gcc,
                        java,
                        wasm / gcc,
                        wasm / java,
                        run.in(session).real(each.name()) - Double.parseDouble(native_[1].strip()));
            }
        }
        overhead();
    }

    /** A point that only adds, of a module without memory and of one with a page that is set back. */
    private static void overhead() throws Exception {
        for (Map.Entry<String, ModuleBytes> each : Map.of(
                        "y = x, nothing to set back", new ModuleBytes().function("y", "d:d", Modules.A),
                        "a counter in memory of 64 KiB", Modules.counter())
                .entrySet()) {
            WasmModel model =
                    Modules.model(Modules.ONE.formatted("tiny"), each.getValue().build());
            try (Session session = model.open()) {
                Run run = Run.of(model).with("x", 1);
                int points = 20_000;
                double nanos = best(() -> {
                    double sum = 0;
                    for (int i = 0; i < points; i++) {
                        sum += run.in(session).real("y");
                    }
                    return sum;
                });
                System.out.printf("%s: %.0f ns per point%n", each.getKey(), nanos / points);
            }
        }
    }

    private interface Work {
        double get() throws ModelException, InterruptedException;
    }

    private static double best(Work work) throws ModelException, InterruptedException {
        long best = Long.MAX_VALUE;
        double sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long started = System.nanoTime();
            sum += work.get();
            best = Math.min(best, System.nanoTime() - started);
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("not a number");
        }
        return best;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = WebAssemblyBenchmark.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return stream.readAllBytes();
        }
    }

    private static String answer(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }

    // ---- the kernels in Java

    private static double lorenz(double rho, int steps) {
        double h = 0.001;
        double s = 10;
        double b = 8.0 / 3;
        double x = 1;
        double y = 1;
        double z = 1;
        for (int i = 0; i < steps; i++) {
            double kx = s * (y - x);
            double ky = x * (rho - z) - y;
            double kz = x * y - b * z;
            double ax = x + h / 2 * kx;
            double ay = y + h / 2 * ky;
            double az = z + h / 2 * kz;
            double lx = s * (ay - ax);
            double ly = ax * (rho - az) - ay;
            double lz = ax * ay - b * az;
            ax = x + h / 2 * lx;
            ay = y + h / 2 * ly;
            az = z + h / 2 * lz;
            double mx = s * (ay - ax);
            double my = ax * (rho - az) - ay;
            double mz = ax * ay - b * az;
            ax = x + h * mx;
            ay = y + h * my;
            az = z + h * mz;
            x += h / 6 * (kx + 2 * lx + 2 * mx + s * (ay - ax));
            y += h / 6 * (ky + 2 * ly + 2 * my + ax * (rho - az) - ay);
            z += h / 6 * (kz + 2 * lz + 2 * mz + ax * ay - b * az);
        }
        return x + y + z;
    }

    private static double heat(double r, int steps) {
        double[][] field = new double[2][4096];
        field[0][2048] = 1;
        for (int t = 0; t < steps; t++) {
            double[] u = field[t & 1];
            double[] v = field[~t & 1];
            for (int i = 1; i < u.length - 1; i++) {
                v[i] = u[i] + r * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
        }
        return field[steps & 1][2048];
    }

    private static double waves(double k, int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += StrictMath.sin(k * i) * StrictMath.cos(0.5 * k * i);
        }
        return sum;
    }
}
