package parsweep.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Failures that look alike: of the same kind, and with the same message but for its numbers.
 *
 * @param signature the message with {@code #} for every number, at most {@link #MAX_SIGNATURE} characters
 * @param message of the first of them
 * @param count number of failures
 * @param firstIndices of the points, ascending, at most {@link #MAX_INDICES}
 */
public record FailureGroup(FailureKind kind, String signature, String message, long count, List<Long> firstIndices) {
    public static final int MAX_SIGNATURE = 200;

    /** Enough to look at by hand. */
    public static final int MAX_INDICES = 10;

    /** What a block may tell of; a model whose every message is another is not summed up by any number of groups. */
    static final int MAX_GROUPS = 20;

    private static final String OTHERS = "(other messages)";

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?|\\bNaN\\b|[-+]?\\bInfinity\\b");

    public FailureGroup {
        firstIndices = List.copyOf(firstIndices);
    }

    /** The message with {@code #} for every number. */
    static String signature(String message) {
        String signature = NUMBER.matcher(message).replaceAll("#");
        return signature.length() <= MAX_SIGNATURE ? signature : signature.substring(0, MAX_SIGNATURE);
    }

    /**
     * The groups of a block, in the order of their first failures; when there are too many, the last holds the rest.
     *
     * @param first index of the first point
     * @param failures by row
     * @param offsets of the points of the rows
     */
    static List<FailureGroup> of(long first, SortedMap<Integer, Failure> failures, RowOffsets offsets) {
        Map<FailureGroup, Members> groups = new LinkedHashMap<>();
        failures.forEach((row, failure) -> {
            FailureGroup key = key(failure.kind(), signature(failure.message()));
            if (groups.size() >= MAX_GROUPS && !groups.containsKey(key)) {
                key = key(failure.kind(), OTHERS);
            }
            groups.computeIfAbsent(key, unused -> new Members(failure.message()))
                    .add(first + offsets.offset(row));
        });
        return groups.entrySet().stream()
                .map(group -> group.getValue().group(group.getKey()))
                .toList();
    }

    private static FailureGroup key(FailureKind kind, String signature) {
        return new FailureGroup(kind, signature, "", 0, List.of());
    }

    private static final class Members {
        private final String message;
        private final List<Long> indices = new ArrayList<>();
        private long count;

        Members(String message) {
            this.message = message;
        }

        void add(long index) {
            count++;
            if (indices.size() < MAX_INDICES) {
                indices.add(index);
            }
        }

        FailureGroup group(FailureGroup key) {
            return new FailureGroup(key.kind, key.signature, message, count, indices);
        }
    }
}
