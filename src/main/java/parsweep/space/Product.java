package parsweep.space;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Every combination of the points of its factors, the last one varying fastest: a zip inside a grid, for example. */
public record Product(List<Space> factors) implements Space {
    /**
     * @throws IllegalArgumentException if there is no factor, two factors name one parameter, or there are more than
     *     {@link #MAX_SIZE} points
     */
    public Product {
        factors = List.copyOf(factors);
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("a product without factors (expected: at least 1)");
        }
        NamedAxis.requireDistinct(names(factors));
        size(factors);
    }

    @Override
    public List<String> parameters() {
        return names(factors);
    }

    @Override
    public long size() {
        return size(factors);
    }

    @Override
    public List<Dimension> dimensions() {
        return factors.stream().flatMap(factor -> factor.dimensions().stream()).toList();
    }

    @Override
    public PointReader reader(int[] slots) {
        PointReader[] readers = new PointReader[factors.size()];
        long[] sizes = new long[factors.size()];
        int first = 0;
        for (int i = 0; i < readers.length; i++) {
            Space factor = factors.get(i);
            int next = first + factor.parameters().size();
            readers[i] = factor.reader(Arrays.copyOfRange(slots, first, next));
            sizes[i] = factor.size();
            first = next;
        }
        return (index, target) -> {
            long rest = index;
            for (int i = readers.length - 1; i > 0; i--) {
                long quotient = rest / sizes[i];
                readers[i].read(rest - quotient * sizes[i], target);
                rest = quotient;
            }
            readers[0].read(rest, target);
        };
    }

    @Override
    public boolean isConstrained() {
        return factors.stream().anyMatch(Space::isConstrained);
    }

    @Override
    public Set<String> derived() {
        return factors.stream().flatMap(factor -> factor.derived().stream()).collect(Collectors.toSet());
    }

    private static List<String> names(List<Space> factors) {
        return factors.stream().flatMap(factor -> factor.parameters().stream()).toList();
    }

    private static long size(List<Space> factors) {
        long[] sizes = factors.stream().mapToLong(Space::size).toArray(); // once: factors may be products of products
        if (LongStream.of(sizes).anyMatch(size -> size == 0)) {
            return 0;
        }
        return LongStream.of(sizes).reduce(1, Space::multiply);
    }
}
