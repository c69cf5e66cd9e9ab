package parsweep.model.wasm;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import parsweep.exec.TimeLimit;
import parsweep.model.ModelException;
import parsweep.model.Run;

/** Damages modules at random, by a seed, uses them as a service would, and says what became of them. */
final class Mutations {
    /** What may become of a damaged module; everything else is a fault of ours. */
    enum Fate {
        REFUSED,
        TOO_SLOW,
        POINT_FAILED,
        COMPUTED
    }

    private static final String PENDULUM = Modules.pendulumManifest();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Original(String manifest, byte[] module) {}

    private final List<Original> originals = List.of(
            new Original(PENDULUM, Modules.pendulum()),
            new Original(PENDULUM, Modules.pendulum()),
            new Original(Modules.ONE.formatted("counter"), Modules.counter().build()),
            new Original(
                    "{name: pair, parameters: {a: {type: real, default: 1}, b: {type: real, default: 2}},"
                            + " outputs: {sum: real, product: real}}",
                    Modules.pair().build()));
    private final TimeLimit limit;

    Mutations(Duration limit) {
        this.limit = new TimeLimit("mutation", limit);
        Modules.requireCorrectness(); // which takes longer than any module
    }

    /** How many of the modules of these seeds met each fate. */
    Map<Fate, Integer> fates(long firstSeed, int count) throws InterruptedException {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            try {
                fates.merge(fate(seed), 1, Integer::sum);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        return fates;
    }

    private Fate fate(long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Original original = originals.get(random.nextInt(originals.size()));
        byte[] module = mutated(original.module(), random);
        AtomicReference<Fate> fate = new AtomicReference<>();
        try {
            limit.run(() -> fate.set(use(Modules.model(original.manifest(), module))));
        } catch (TimeoutException e) {
            return Fate.TOO_SLOW;
        } catch (TimeLimit.Busy e) {
            throw new IllegalStateException("a module ignored its interrupt", e);
        }
        return Objects.requireNonNull(fate.get(), "no fate of mutation " + seed);
    }

    private static Fate use(WasmModel model) {
        try {
            model.prepare();
        } catch (InvalidModule e) {
            return Fate.REFUSED;
        }
        Run run = Run.of(model);
        model.description().parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .forEach(parameter -> run.with(parameter.name(), 1));
        try {
            run.outputs();
            return Fate.COMPUTED;
        } catch (ModelException e) {
            return Fate.POINT_FAILED;
        } catch (InterruptedException e) {
            return Fate.TOO_SLOW;
        }
    }

    /** One to three changes: a byte replaced, a bit flipped, a piece cut out, repeated or inserted, the end cut off. */
    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] module = original.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0 && module.length > 9; changes--) {
            int at = 8 + random.nextInt(module.length - 8);
            int length = 1 + random.nextInt(Math.min(16, module.length - at));
            byte[] before = Arrays.copyOf(module, at);
            byte[] piece = Arrays.copyOfRange(module, at, at + length);
            byte[] after = Arrays.copyOfRange(module, at + length, module.length);
            switch (random.nextInt(12)) {
                case 0 -> module = ModuleBytes.concat(before, after);
                case 1 -> module = ModuleBytes.concat(before, piece, piece, after);
                case 2 -> module = before;
                case 3 -> module = ModuleBytes.concat(before, ModuleBytes.number(random.nextInt(-1 >>> 1)), after);
                case 4, 5, 6, 7 -> module[at] ^= (byte) (1 << random.nextInt(8));
                default -> module[at] = (byte) random.nextInt(256);
            }
        }
        return module;
    }
}
