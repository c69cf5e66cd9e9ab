package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every space promises, on nested random ones of every kind. */
class SpaceTest {
    private static final int SPACES = 800;

    static LongStream seeds() {
        return LongStream.range(0, SPACES);
    }

    @Test
    void theRandomSpacesAreOfEveryKindAndNestEveryKindInEveryOther() {
        Set<List<String>> nested = seeds().mapToObj(
                        seed -> RandomSpaces.of(seed).space())
                .flatMap(SpaceTest::nestings)
                .collect(Collectors.toSet());

        List<String> kinds = Stream.of(Space.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
        assertThat(nested)
                .containsAll(kinds.stream()
                        .flatMap(kind -> Stream.of("Union", "Product", "Derived", "Constrained")
                                .map(outer -> List.of(outer, kind)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sizeIsTheLengthOfTheList(long seed) {
        Listed listed = RandomSpaces.of(seed);

        assertThat(listed.space().size()).isEqualTo(listed.points().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPointIsThatOfTheListWhateverTheOrderOfAccess(long seed) {
        Listed listed = RandomSpaces.of(seed);
        PointTable table = PointTable.of(listed.space());
        Map<Integer, Map<String, Object>> read = new HashMap<>();

        List<Integer> indices =
                IntStream.range(0, listed.points().size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(indices, new Random(seed));
        indices.forEach(index -> read.put(index, table.point(index)));

        assertThat(IntStream.range(0, indices.size()).mapToObj(read::get)).containsExactlyElementsOf(listed.points());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parametersAreNamedOnceEach(long seed) {
        Listed listed = RandomSpaces.of(seed);

        List<String> parameters = listed.space().parameters();

        assertThat(parameters).doesNotHaveDuplicates();
        assertThat(listed.points())
                .allSatisfy(point -> assertThat(point.keySet())
                        .filteredOn(name -> !name.equals(Listed.EXCLUDED))
                        .containsExactlyInAnyOrderElementsOf(parameters));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSpaceThatExcludesAPointSaysThatItMay(long seed) {
        Listed listed = RandomSpaces.of(seed);

        boolean excludes = listed.points().stream().anyMatch(point -> point.containsKey(Listed.EXCLUDED));

        assertThat(listed.space().isConstrained() || !excludes).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReaderLeavesTheSlotsOfOthersAlone(long seed) {
        Space space = RandomSpaces.of(seed).space();
        int others = 2;
        Values values = new Values(Stream.concat(
                        Stream.of(ValueType.REAL, ValueType.TEXT),
                        space.parameters().stream().map(RandomSpaces::type))
                .toList());
        values.setNumber(0, 42);
        values.setText(1, "untouched");

        PointReader reader = space.reader(
                IntStream.range(others, others + space.parameters().size()).toArray());
        LongStream.range(0, space.size()).forEach(index -> reader.read(index, values));

        assertThat(values.real(0)).isEqualTo(42);
        assertThat(values.text(1)).isEqualTo("untouched");
    }

    /** Pairs of a composite kind and the kind of one of its parts, all the way down. */
    private static Stream<List<String>> nestings(Space space) {
        List<Space> parts = parts(space);
        return parts.stream()
                .flatMap(part -> Stream.concat(
                        Stream.of(List.of(
                                space.getClass().getSimpleName(),
                                part.getClass().getSimpleName())),
                        nestings(part)));
    }

    private static List<Space> parts(Space space) {
        if (space instanceof Union union) {
            return union.parts();
        }
        if (space instanceof Product product) {
            return product.factors();
        }
        if (space instanceof Derived derived) {
            return List.of(derived.space());
        }
        return space instanceof Constrained constrained ? List.of(constrained.space()) : List.of();
    }
}
