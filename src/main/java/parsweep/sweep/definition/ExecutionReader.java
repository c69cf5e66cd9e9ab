package parsweep.sweep.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parsweep.exec.PointPolicy;
import parsweep.json.Node;

/** Reads how a sweep is to be run: its share of the workers, and what becomes of points that fail. */
final class ExecutionReader {
    static final List<String> FIELDS = List.of(
            "priority",
            "maxParallelism",
            "pointTimeout",
            "maxRetries",
            "retryDelay",
            "onFailure",
            "maxFailures",
            "retention");

    private static final Duration MIN_TIME = Duration.ofMillis(1);

    /** As good as for ever; 292 years of nanoseconds are more than a long holds. */
    private static final Duration MAX_TIME = Duration.ofDays(365);

    /** Each failed point would be tried so often, at up to half a minute of waiting in between. */
    private static final int MAX_RETRIES = 100;

    private final Node root;

    ExecutionReader(Node root) {
        this.root = root;
    }

    Share share() {
        return new Share(
                root.find("priority").map(ExecutionReader::priority).orElse(1.0),
                root.find("maxParallelism").map(ExecutionReader::maxParallelism).orElse(Integer.MAX_VALUE));
    }

    static double priority(Node node) {
        double priority = node.number();
        if (!(priority >= 0.01 && priority <= 100)) {
            throw node.invalid("a number in [0.01, 100]");
        }
        return priority;
    }

    static int maxParallelism(Node node) {
        return (int) node.integer(1, Integer.MAX_VALUE);
    }

    PointPolicy policy() {
        return new PointPolicy(
                duration("pointTimeout", MIN_TIME),
                root.find("maxRetries")
                        .map(node -> (int) node.integer(0, MAX_RETRIES))
                        .orElse(0),
                Optional.ofNullable(duration("retryDelay", MIN_TIME)).orElse(PointPolicy.DEFAULT_DELAY));
    }

    /**
     * How many points may fail before the sweep is stopped.
     *
     * @param size number of points, of which maxFailures may name a fraction
     */
    long maxFailures(long size) {
        boolean stop = root.find("onFailure").map(ExecutionReader::stops).orElse(false);
        Optional<Node> limit = root.find("maxFailures");
        if (limit.isEmpty()) {
            return stop ? 0 : Long.MAX_VALUE;
        }
        if (stop) {
            throw limit.get().invalid("no maxFailures beside \"onFailure\": \"stop\", which means 0");
        }
        String expected = "a whole number of points from 0, or a fraction of them in (0, 1)";
        if (!limit.get().isNumber()) {
            throw limit.get().invalid(expected);
        }
        double value = limit.get().number();
        if (value > 0 && value < 1) {
            return (long) (value * size);
        }
        if (value < 0 || value != Math.rint(value)) {
            throw limit.get().invalid(expected);
        }
        return (long) value;
    }

    private static boolean stops(Node node) {
        String expected = "\"continue\" or \"stop\"";
        if (!node.isText()) {
            throw node.invalid(expected);
        }
        return switch (node.json().stringValue()) {
            case "continue" -> false;
            case "stop" -> true;
            default -> throw node.invalid(expected);
        };
    }

    @Nullable
    Duration retention() {
        return duration("retention", Duration.ofSeconds(1));
    }

    private @Nullable Duration duration(String field, Duration least) {
        Node node = root.find(field).orElse(null);
        if (node == null) {
            return null;
        }
        String expected = "a duration of %s to 365 days: 1.5s, 2m, 1h, 30d or PT1.5S"
                .formatted(least.equals(MIN_TIME) ? "1 ms" : "1 s");
        if (!node.isText()) {
            throw node.invalid(expected);
        }
        Duration duration = Durations.parse(node.json().stringValue()).orElseThrow(() -> node.invalid(expected));
        if (duration.compareTo(least) < 0 || duration.compareTo(MAX_TIME) > 0) {
            throw node.invalid(expected);
        }
        return duration;
    }
}
