package parsweep.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads points of a space by name, for tests. The slots are those of the sorted names, so that the order of a space's
 * parameters and the order of its slots differ.
 */
final class PointTable {
    private final List<String> names;
    private final PointReader reader;
    private final Values values;

    private PointTable(List<String> names, PointReader reader, Values values) {
        this.names = names;
        this.reader = reader;
        this.values = values;
    }

    static PointTable of(Space space) {
        List<String> names = space.parameters().stream().sorted().toList();
        int[] slots = space.parameters().stream().mapToInt(names::indexOf).toArray();
        return new PointTable(
                names,
                space.reader(slots),
                new Values(names.stream().map(RandomSpaces::type).toList()));
    }

    /** Numbers as Double, texts as String, flags as Boolean; with {@link Listed#EXCLUDED} if it is. */
    Map<String, Object> point(long index) {
        values.include();
        reader.read(index, values);
        Map<String, Object> point = new LinkedHashMap<>();
        IntStream.range(0, names.size()).forEach(slot -> point.put(names.get(slot), values.get(slot)));
        if (values.isExcluded()) {
            point.put(Listed.EXCLUDED, true);
        }
        return point;
    }

    /** The values in the order of the sorted names. */
    List<Object> row(long index) {
        return List.copyOf(point(index).values());
    }
}
