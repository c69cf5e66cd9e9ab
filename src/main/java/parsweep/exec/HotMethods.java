package parsweep.exec;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import parsweep.exec.Profile.Hot;

/** Adds up the methods of stacks. */
final class HotMethods {
    /** Of stacks, as the recorder has it unless it is told otherwise. */
    private static final int MAX_DEPTH = 64;

    private final Map<String, Count> counts = new HashMap<>();
    private int samples;
    private int inNative;

    private static final class Count {
        private int self;
        private int total;
        private final Map<Integer, Integer> lines = new HashMap<>();

        int line() {
            return lines.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }
    }

    /** Adds the stack of a sample, unless its thread was between two blocks. */
    void add(RecordedEvent sample, boolean isNative) {
        if (sample.getStackTrace() == null) {
            return;
        }
        List<RecordedFrame> frames = sample.getStackTrace().getFrames();
        int engine = engine(frames);
        if (engine < 0) {
            return;
        }
        samples++;
        inNative += isNative ? 1 : 0;
        Set<String> seen = new HashSet<>(); // of recursion counts once
        for (int depth = 0; depth < Math.max(1, engine); depth++) {
            RecordedFrame frame = frames.get(depth);
            String name = name(frame);
            Count count = counts.computeIfAbsent(name, key -> new Count());
            if (seen.add(name)) {
                count.total++;
                count.lines.merge(Math.max(0, frame.getLineNumber()), 1, Integer::sum);
            }
            count.self += depth == 0 ? 1 : 0;
        }
    }

    /**
     * Where the stack leaves the model: what calls models is in every sample, and says nothing. Negative if the thread was
     * between two blocks.
     */
    private static int engine(List<RecordedFrame> frames) {
        for (int depth = 0; depth < frames.size(); depth++) {
            if (frames.get(depth).getMethod().getType().getName().equals(BlockRun.class.getName())) {
                return depth;
            }
        }
        return frames.size() == MAX_DEPTH ? frames.size() : -1; // the recorder cuts what is deeper
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    Profile profile(double seconds, int elsewhere, int methods) {
        List<Hot> hottest = counts.entrySet().stream()
                .map(entry ->
                        new Hot(entry.getKey(), entry.getValue().line(), entry.getValue().self, entry.getValue().total))
                .sorted(Comparator.comparingInt(Hot::self)
                        .thenComparingInt(Hot::total)
                        .reversed()
                        .thenComparing(Hot::method))
                .limit(methods)
                .toList();
        return new Profile(seconds, samples, inNative, elsewhere, hottest, Optional.empty());
    }
}
