package parsweep.design;

import java.util.List;
import java.util.function.Function;

/** All designs, for tests of what all of them promise. */
enum Designs {
    RANDOM,
    LATIN_HYPERCUBE,
    SOBOL,
    SCRAMBLED_SOBOL,
    HALTON,
    SCRAMBLED_HALTON;

    private static final long SEED = 5;

    Design of(long count, int dimensions) {
        Extent extent = new Extent(count, dimensions);
        return switch (this) {
            case RANDOM -> new RandomPoints(extent, SEED);
            case LATIN_HYPERCUBE -> new LatinHypercube(extent, SEED);
            case SOBOL -> new Sobol(extent);
            case SCRAMBLED_SOBOL -> new Sobol(extent, SEED);
            case HALTON -> new Halton(extent);
            case SCRAMBLED_HALTON -> new Halton(extent, SEED);
        };
    }

    /** Those that have a seed, by seed. */
    static List<Function<Long, Design>> seeded(long count, int dimensions) {
        Extent extent = new Extent(count, dimensions);
        return List.of(
                seed -> new RandomPoints(extent, seed),
                seed -> new LatinHypercube(extent, seed),
                seed -> new Sobol(extent, seed),
                seed -> new Halton(extent, seed));
    }
}
