package parsweep.model.builtin;

import parsweep.model.Run;
import parsweep.model.Session;

/** Prints what a segment of a wormlike chain costs on one core of this machine. Run by hand; not a test. */
final class WormlikeChainBenchmark {
    private static final int CHAINS = 10_000;
    private static final int ROUNDS = 10;

    /** 27,000 bp at 50 bp/nm and 2.5 segments per nm: the defaults. */
    private static final int SEGMENTS = 1350;

    private WormlikeChainBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                "Java %s (%s), %s %s, %d processors%n",
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        WormlikeChain model = new WormlikeChain();
        print("all segments", Run.of(model));
        print("1,000 segments kept", Run.of(model).with("subsample", 1000));
        print("localisation error", Run.of(model).with("localisationPrecision", 10));
        print("persistence length 0.4 nm", Run.of(model).with("persistenceLength", 0.4));
    }

    private static void print(String what, Run run) throws Exception {
        run.with("chains", CHAINS);
        try (Session session = new WormlikeChain().open()) {
            double best = Double.POSITIVE_INFINITY;
            double total = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                run.in(session);
                double nanos = (System.nanoTime() - start) / ((double) CHAINS * SEGMENTS);
                best = Math.min(best, nanos);
                total += round < ROUNDS / 2 ? 0 : nanos;
            }
            System.out.printf(
                    "%-28s best %5.2f, mean of the second half %5.2f ns per segment%n",
                    what, best, total / (ROUNDS - ROUNDS / 2));
        }
    }
}
