package parsweep.web.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parsweep.design.Sampling;
import parsweep.design.SensitivityDesign;
import parsweep.space.Sample;
import parsweep.space.Space;
import parsweep.space.Union;
import parsweep.sweep.SweepResults;

/**
 * The blocks that the points of a sweep are: those of a design, and of others of its kind that follow it, as they do when
 * a sweep is extended. All blocks have one size, so that they are counted through.
 *
 * @param parts one after another; none if the points are no such blocks
 * @param obstacle why they are none; empty otherwise
 */
record SweptDesign(List<SensitivityDesign> parts, String obstacle) {
    /** Points that two designs may share by chance alone: a design of few levels has few points. */
    private static final int COMPARED = 1000;

    static SweptDesign of(SweepResults results) {
        List<Space> spaces = new ArrayList<>();
        addParts(results.space(), spaces);
        List<Sampling> samplings = spaces.stream()
                .filter(space -> space instanceof Sample)
                .map(space -> ((Sample) space).sampler())
                .filter(sampler -> sampler instanceof Sampling)
                .map(sampler -> (Sampling) sampler)
                .filter(sampling -> sampling.design() instanceof SensitivityDesign)
                .toList();
        if (samplings.isEmpty()) {
            return none("these points are no design for sensitivity analysis");
        }
        if (samplings.size() < spaces.size()
                || spaces.stream()
                        .anyMatch(space ->
                                !space.parameters().equals(spaces.get(0).parameters()))
                || samplings.stream().anyMatch(sampling -> !isOfOneKind(samplings.get(0), sampling))) {
            return none(
                    "the points of a design for sensitivity analysis are followed or preceded by others that are no"
                            + " blocks of its kind (expected: the same method, parameters and distributions in the same order)");
        }
        if (!results.isRegular()) {
            return none("replicates were added after the blocks of the design, which are not in one piece any more");
        }
        List<SensitivityDesign> parts = samplings.stream()
                .map(sampling -> (SensitivityDesign) sampling.design())
                .toList();
        return anyIsRepeated(parts)
                ? none("a design for sensitivity analysis is extended by its own points, which tell nothing new"
                        + " (expected: another seed in the extension)")
                : new SweptDesign(parts, "");
    }

    private static SweptDesign none(String obstacle) {
        return new SweptDesign(List.of(), obstacle);
    }

    private static void addParts(Space space, List<Space> parts) {
        if (space instanceof Union union) {
            union.parts().forEach(part -> addParts(part, parts));
        } else {
            parts.add(space);
        }
    }

    private static boolean isOfOneKind(Sampling one, Sampling other) {
        return one.design().getClass() == other.design().getClass()
                && blockSize(one) == blockSize(other)
                && one.distributions().equals(other.distributions());
    }

    private static int blockSize(Sampling sampling) {
        return ((SensitivityDesign) sampling.design()).blockSize();
    }

    private static boolean anyIsRepeated(List<SensitivityDesign> parts) {
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isRepeated(parts.get(i), parts.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRepeated(SensitivityDesign one, SensitivityDesign other) {
        long points =
                Math.min(COMPARED, Math.min(one.extent().count(), other.extent().count()));
        for (long i = 0; i < points; i++) {
            if (!Arrays.equals(one.point(i), other.point(i))) {
                return false;
            }
        }
        return true;
    }

    boolean isThere() {
        return !parts.isEmpty();
    }

    /** The first part, which says what all are. */
    SensitivityDesign kind() {
        return parts.get(0);
    }

    int blockSize() {
        return kind().blockSize();
    }

    long blocks() {
        return parts.stream().mapToLong(SensitivityDesign::blocks).sum();
    }

    /** A block of one of the parts. */
    record Place(SensitivityDesign part, long block) {}

    /**
     * Where a block is.
     *
     * @param block counted through all parts, less than {@link #blocks}
     */
    Place place(long block) {
        long within = block;
        for (SensitivityDesign part : parts) {
            if (within < part.blocks()) {
                return new Place(part, within);
            }
            within -= part.blocks();
        }
        throw new IllegalArgumentException("block %d (expected: less than %d)".formatted(block, blocks()));
    }
}
