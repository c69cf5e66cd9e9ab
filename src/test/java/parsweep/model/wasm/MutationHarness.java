package parsweep.model.wasm;

import java.time.Duration;
import java.util.Map;

/** Damages many modules, and prints how they fared and what they left behind. Argument: how many (20,000). */
final class MutationHarness {
    private static final int BATCH = 1000;

    private MutationHarness() {}

    public static void main(String[] arguments) throws InterruptedException {
        int count = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        Mutations mutations = new Mutations(Duration.ofSeconds(2));
        for (int done = 0; done < count; done += BATCH) {
            long started = System.nanoTime();
            Map<Mutations.Fate, Integer> fates = mutations.fates(1_000_000L + done, BATCH);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%d: %s, %.1f s, %d MB%n",
                    done + BATCH,
                    fates,
                    (System.nanoTime() - started) * 1e-9,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }
}
