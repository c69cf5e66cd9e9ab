package parsweep.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parsweep.space.Listed.Column;

/**
 * Nested spaces of every kind over axes of every type, the same for the same seed. Some of them are empty, some are
 * nested four deep, and the parts of a union name their parameters in different orders.
 */
final class RandomSpaces {
    private static final int MAX_DEPTH = 4;
    private static final List<String> NAMES = List.of("a_number", "b_text", "c_flag", "d_number", "e_text");

    private final Random random;

    private RandomSpaces(long seed) {
        random = new Random(seed);
    }

    static Listed of(long seed) {
        RandomSpaces spaces = new RandomSpaces(seed);
        return spaces.space(
                spaces.shuffled(NAMES).subList(0, 1 + spaces.random.nextInt(NAMES.size())),
                1 + (int) (seed % MAX_DEPTH));
    }

    /** What a parameter of that name holds. */
    static ValueType type(String name) {
        return name.endsWith("number") ? ValueType.REAL : name.endsWith("text") ? ValueType.TEXT : ValueType.BOOLEAN;
    }

    private Listed space(List<String> names, int depth) {
        return switch (depth == 1 ? random.nextInt(3) : 3 + random.nextInt(4)) {
            case 0 ->
                Listed.grid(shuffled(names).stream()
                        .map(name -> column(name, length()))
                        .toList());
            case 1 -> {
                int length = length();
                yield Listed.zip(shuffled(names).stream()
                        .map(name -> column(name, length))
                        .toList());
            }
            case 2 -> {
                int length = 1 + random.nextInt(3);
                yield Listed.sample(
                        shuffled(names).stream()
                                .map(name -> column(name, length))
                                .toList(),
                        1 + random.nextInt(6),
                        random.nextInt(100));
            }
            case 3 ->
                Listed.union(Stream.generate(() -> space(names, 1 + random.nextInt(depth - 1)))
                        .limit(1 + random.nextInt(3))
                        .toList());
            case 4 -> derived(names, depth);
            case 5 -> {
                Listed all = space(names, 1 + random.nextInt(depth - 1));
                yield Listed.constrained(all, number(names), random.nextInt(100) - 50);
            }
            default -> product(shuffled(names), depth);
        };
    }

    private Listed derived(List<String> names, int depth) {
        String target = number(names);
        List<String> given = names.stream().filter(name -> !name.equals(target)).toList();
        if (target == null || given.isEmpty()) {
            return product(shuffled(names), depth);
        }
        return Listed.derived(space(given, 1 + random.nextInt(depth - 1)), target, number(given));
    }

    /** One of the names that are numbers; null if there is none. */
    private @Nullable String number(List<String> names) {
        return shuffled(names).stream()
                .filter(name -> type(name) == ValueType.REAL)
                .findFirst()
                .orElse(null);
    }

    private Listed product(List<String> names, int depth) {
        List<Listed> factors = new ArrayList<>();
        for (int first = 0; first < names.size(); ) {
            int next = first + 1 + random.nextInt(names.size() - first);
            factors.add(space(names.subList(first, next), 1 + random.nextInt(depth - 1)));
            first = next;
        }
        return Listed.product(factors);
    }

    /** One in ten is empty. */
    private int length() {
        return random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
    }

    private Column column(String name, int length) {
        IntStream positions = IntStream.range(0, length);
        return switch (type(name)) {
            case TEXT -> {
                List<String> texts =
                        positions.mapToObj(i -> "t" + random.nextInt(5)).toList();
                yield new Column(new NamedAxis(name, new Texts(texts)), List.copyOf(texts));
            }
            case BOOLEAN -> {
                boolean[] flags = new boolean[length];
                positions.forEach(i -> flags[i] = random.nextBoolean());
                List<Object> values = IntStream.range(0, length)
                        .<Object>mapToObj(i -> flags[i])
                        .toList();
                yield new Column(new NamedAxis(name, Numbers.ofBooleans(flags)), values);
            }
            case REAL, INTEGER -> numbers(name, length);
        };
    }

    /** Whole or dyadic numbers, so that start + i * step is exact whatever the order of operations. */
    private Column numbers(String name, int length) {
        double start = random.nextInt(100) - 50;
        double step = (1 + random.nextInt(8)) * 0.25;
        double[] values =
                IntStream.range(0, length).mapToDouble(i -> start + i * step).toArray();
        Axis axis = switch (random.nextInt(3)) {
            case 0 -> Arange.of(start, start + length * step, step);
            case 1 -> new Linspace(start, start + (length - 1) * step, length);
            default -> Numbers.of(values);
        };
        return new Column(
                new NamedAxis(name, axis),
                IntStream.range(0, length).<Object>mapToObj(i -> values[i]).toList());
    }

    private List<String> shuffled(List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
