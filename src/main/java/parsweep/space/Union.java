package parsweep.space;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Spaces one after another (concatenated meshgrids); a point that stands in two parts is two points. */
public record Union(List<Space> parts) implements Space {
    /**
     * @throws IllegalArgumentException if there is no part, the parts name different parameters, or there are more
     *     than {@link #MAX_SIZE} points
     */
    public Union {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a union without parts (expected: at least 1)");
        }
        List<String> expected = parts.get(0).parameters();
        for (Space part : parts) {
            if (!new HashSet<>(part.parameters()).equals(new HashSet<>(expected))) {
                throw new IllegalArgumentException("a union of %s and %s (expected: the same parameters in every part)"
                        .formatted(expected, part.parameters()));
            }
        }
        if (ends(parts)[parts.size() - 1] > MAX_SIZE) {
            throw new IllegalArgumentException("more than 2^53 points (expected: at most %d)".formatted(MAX_SIZE));
        }
    }

    /** In the order of the first part. */
    @Override
    public List<String> parameters() {
        return parts.get(0).parameters();
    }

    @Override
    public long size() {
        return ends(parts)[parts.size() - 1];
    }

    @Override
    public PointReader reader(int[] slots) {
        List<String> names = parameters();
        PointReader[] readers = parts.stream()
                .map(part -> part.reader(part.parameters().stream()
                        .mapToInt(name -> slots[names.indexOf(name)])
                        .toArray()))
                .toArray(PointReader[]::new);
        long[] ends = ends(parts);
        return (index, target) -> {
            int found = Arrays.binarySearch(ends, index + 1); // the first part that ends past the index
            int part = found >= 0 ? found : -found - 1;
            while (part > 0 && ends[part - 1] == ends[part]) {
                part--; // empty parts share their end with the part before them
            }
            readers[part].read(part == 0 ? index : index - ends[part - 1], target);
        };
    }

    @Override
    public boolean isConstrained() {
        return parts.stream().anyMatch(Space::isConstrained);
    }

    @Override
    public Set<String> derived() {
        return parts.stream().flatMap(part -> part.derived().stream()).collect(Collectors.toSet());
    }

    private static long[] ends(List<Space> parts) {
        long[] ends = parts.stream().mapToLong(Space::size).toArray();
        Arrays.parallelPrefix(ends, (a, b) -> Math.min(a + b, MAX_SIZE + 1)); // no overflow: each is at most 2^53
        return ends;
    }
}
