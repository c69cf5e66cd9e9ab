package parsweep.exec;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import parsweep.exec.Profile.Hot;

/** Adds up the methods of stacks. */
final class HotMethods {
    /** Between blocks a session thread waits here; such a sample is of nothing. */
    private static final String IDLE = SessionThread.class.getName() + ".loop";

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
        if (frames.isEmpty() || isIdle(frames)) {
            return;
        }
        samples++;
        inNative += isNative ? 1 : 0;
        Set<String> seen = new HashSet<>(); // of recursion counts once
        for (int depth = 0; depth < frames.size(); depth++) {
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

    private static boolean isIdle(List<RecordedFrame> frames) {
        String run = BlockRun.class.getName() + ".compute";
        return frames.stream().map(HotMethods::name).noneMatch(run::equals)
                && frames.stream().map(HotMethods::name).anyMatch(IDLE::equals);
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
        return new Profile(seconds, samples, inNative, elsewhere, hottest);
    }
}
