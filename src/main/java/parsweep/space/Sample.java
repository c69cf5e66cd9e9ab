package parsweep.space;

import java.util.List;

/** Points that a design of experiments chooses; how it does so is not known here. */
public record Sample(List<String> parameters, Sampler sampler) implements Space {
    /**
     * @throws IllegalArgumentException if a parameter is named twice, there are not as many of them as the sampler has
     *     dimensions, or there are more than {@link #MAX_SIZE} points
     */
    public Sample {
        parameters = List.copyOf(parameters);
        NamedAxis.requireDistinct(parameters);
        if (parameters.size() != sampler.dimensions()) {
            throw new IllegalArgumentException("a sample of %d parameters (expected: %d, one for each dimension)"
                    .formatted(parameters.size(), sampler.dimensions()));
        }
        Space.multiply(1, sampler.count());
    }

    @Override
    public long size() {
        return sampler.count();
    }

    @Override
    public PointReader reader(int[] slots) {
        return sampler.reader(slots);
    }
}
