package parsweep.harness;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Floods the packaged service, with a heap of 256 MB: 50 clients submit 200 sweeps at once, pause, resume, cancel and
 * retry some of them, while 500 pollers ask for their status. Every sweep must come to the outcomes that it comes to
 * alone, and no answer may be a fault of the service. Not a test: run it with
 *
 * <pre>./mvnw -q -Dquick -DskipTests package exec:exec -Dharness=parsweep.harness.SoakHarness</pre>
 */
final class SoakHarness {
    private static final int CLIENTS = 50;
    private static final int SWEEPS = 200;
    private static final int POLLERS = 500;
    private static final long SEED = 20261123;

    private static final List<String> DEFINITIONS = List.of(
            "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 3000000]}}}}",
            "{\"model\": \"wormlike-chain\", \"seed\": 5, \"space\": {\"grid\": {\"packingRatio\": {\"linspace\": [20, 80, 20]}, \"persistenceLength\": [30, 50]}}}",
            "{\"model\": \"linear-series\", \"fixed\": {\"n\": 100000}, \"space\": {\"zip\": {\"param1\": {\"arange\": [0, 50]}, \"param2\": {\"arange\": [0, 50]}}}}",
            "{\"model\": \"logistic-map\", \"space\": {\"grid\": {\"r\": {\"linspace\": [2.8, 4, 2001]}}}}",
            "{\"model\": \"linear-series\", \"fixed\": {\"n\": 3}, \"space\": {\"grid\": {\"param1\": [1, 1e308], \"param2\": {\"linspace\": [0, 1e200, 2000]}}}}");

    private final Service service;
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();
    private final Map<Long, String> submitted = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong differences = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    private SoakHarness(Service service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "soak-");
        boolean isSound;
        try (ServiceProcess process = ServiceProcess.start(ServiceProcess.jar(), directory)) {
            boolean passed = false;
            try {
                passed = new SoakHarness(process.service()).run();
            } catch (ExecutionException e) {
                System.out.println("a client failed: " + e.getCause());
            }
            boolean memory = process.log().contains("OutOfMemoryError");
            System.out.println(memory ? "the service ran out of memory" : "the service never ran out of memory");
            isSound = passed && !memory;
        }
        System.exit(isSound ? 0 : 1);
    }

    private boolean run() throws Exception {
        for (String definition : DEFINITIONS) {
            JsonNode alone = service.run(definition);
            fingerprints.put(definition, alone.get("fingerprint").stringValue());
        }
        System.out.printf("heap after the undisturbed runs: %.0f MB%n", heapMegabytes());
        long started = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        ExecutorService pollers = Executors.newFixedThreadPool(POLLERS);
        IntStream.range(0, POLLERS).forEach(i -> pollers.execute(() -> poll(new SplittableRandom(SEED - i))));
        List<Future<?>> done = IntStream.range(0, SWEEPS)
                .<Future<?>>mapToObj(i -> clients.submit(() -> client(DEFINITIONS.get(i % DEFINITIONS.size()), i)))
                .toList();
        for (Future<?> client : done) {
            client.get();
        }
        over.set(true);
        clients.shutdown();
        pollers.shutdown();
        System.out.printf(
                "%d sweeps, %d commands, %d requests in %.0f s: %d faults, %d differences; heap %.0f MB%n",
                SWEEPS,
                commands.get(),
                requests.get(),
                (System.nanoTime() - started) * 1e-9,
                faults.get(),
                differences.get(),
                heapMegabytes());
        return faults.get() == 0 && differences.get() == 0;
    }

    /** Submits a sweep, changes its mind some times, and sees it to its end. */
    private void client(String definition, int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        long id = Service.json(checked(service.submit(definition))).get("id").longValue();
        submitted.put(id, definition);
        for (int i = random.nextInt(4); i > 0; i--) {
            String command = List.of("pause", "cancel", "resume", "retry").get(random.nextInt(4));
            checked(service.post("/api/v1/sweeps/" + id + "/" + command, "application/json", ""));
            commands.incrementAndGet();
        }
        String state = state(id);
        while (!state.equals("COMPLETED")) {
            String command = state.equals("PAUSED") ? "resume" : state.equals("CANCELLED") ? "retry" : "";
            if (!command.isEmpty()) {
                checked(service.post("/api/v1/sweeps/" + id + "/" + command, "application/json", ""));
                commands.incrementAndGet();
            }
            nap(Duration.ofMillis(100 + random.nextInt(100)));
            state = state(id);
        }
        JsonNode status = Service.json(checked(service.get("/api/v1/sweeps/" + id)));
        if (!status.get("fingerprint").stringValue().equals(fingerprints.get(definition))) {
            differences.incrementAndGet();
            System.out.println("differs: " + status);
        }
    }

    private String state(long id) {
        String state = Service.json(checked(service.get("/api/v1/sweeps/" + id)))
                .get("state")
                .stringValue();
        if (state.equals("FAILED")) {
            throw new IllegalStateException("sweep " + id + " failed");
        }
        return state;
    }

    private void poll(SplittableRandom random) {
        while (!over.get()) {
            List<Long> ids = List.copyOf(submitted.keySet());
            checked(service.get(
                    ids.isEmpty() ? "/api/v1/sweeps" : "/api/v1/sweeps/" + ids.get(random.nextInt(ids.size()))));
            nap(Duration.ofMillis(500 + random.nextInt(1000)));
        }
    }

    /** An answer that is not the service's fault: 409 is how it says that a command comes too late. */
    private HttpResponse<String> checked(HttpResponse<String> response) {
        requests.incrementAndGet();
        if (response.statusCode() >= 500 || response.statusCode() == 400 || response.statusCode() == 404) {
            faults.incrementAndGet();
            System.out.println(response.statusCode() + " " + response.body());
        }
        return response;
    }

    private static void nap(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double heapMegabytes() throws IOException {
        return service.get("/actuator/prometheus")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum()
                / 1e6;
    }
}
