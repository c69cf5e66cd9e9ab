package parsweep.model.builtin;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Standard normal deviates for inner loops: xoshiro256++ under a ziggurat of 256 layers, about 3 ns a deviate.
 *
 * <p>A point's own generator (Philox, counter-based) costs several times as much per draw, so it only seeds this one.
 * Nothing but exact operations and {@link StrictMath} decides a value: the stream has the same bits on every machine.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman and Vigna (2021), the generator</a>
 * @see <a href="https://doi.org/10.18637/jss.v005.i08">Marsaglia and Tsang (2000), the ziggurat</a>
 * @see <a href="https://www.doornik.com/research/ziggurat.pdf">Doornik (2005), why layer and value take different bits</a>
 */
final class NormalStream {
    private static final int LAYERS = 256;

    /** Where the tail begins: the right end of 256 layers of equal area that close at the top. */
    private static final double TAIL = 3.654152885361009;

    /** The area of every layer under {@code exp(-x^2/2)}, that of the lowest including the tail. */
    private static final double AREA = 0.004928673233974655;

    /** Right ends of the layers, from the lowest up; the lowest one's is of a rectangle of equal area. */
    private static final double[] WIDTH = new double[LAYERS + 1];

    /** {@code WIDTH} in units of the signed 53-bit numbers that are drawn. */
    private static final double[] SCALE = new double[LAYERS];

    private static final double[] DENSITY = new double[LAYERS + 1];

    static {
        WIDTH[0] = AREA / density(TAIL);
        WIDTH[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            WIDTH[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / WIDTH[i - 1] + density(WIDTH[i - 1])));
        }
        WIDTH[LAYERS] = 0;
        for (int i = 0; i < LAYERS; i++) {
            SCALE[i] = WIDTH[i] * 0x1p-52;
            DENSITY[i] = density(WIDTH[i]);
        }
        DENSITY[LAYERS] = 1;
    }

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** Takes four numbers of {@code seeds} as its state. */
    NormalStream(UniformRandomProvider seeds) {
        s0 = seeds.nextLong();
        s1 = seeds.nextLong();
        s2 = seeds.nextLong();
        s3 = seeds.nextLong();
    }

    /** Puts the next {@code n} deviates into {@code values}. */
    void fill(double[] values, int n) {
        // The state is in local variables, hence registers, except for the one draw in a hundred that is not plain.
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = 0; i < n; i++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = Long.rotateLeft(d, 45);
            int layer = (int) bits & (LAYERS - 1);
            double x = (bits >> 11) * SCALE[layer];
            if (!(Math.abs(x) < WIDTH[layer + 1])) {
                s0 = a;
                s1 = b;
                s2 = c;
                s3 = d;
                x = decideAtEdge(layer, x);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
            values[i] = x;
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** The next standard normal deviate. */
    double nextNormal() {
        long bits = nextLong();
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >> 11) * SCALE[layer];
        return Math.abs(x) < WIDTH[layer + 1] ? x : decideAtEdge(layer, x);
    }

    /** The next exponential deviate of mean 1: half the squared distance of a plane normal deviate from its centre. */
    double nextExponential() {
        double x = nextNormal();
        double y = nextNormal();
        return 0.5 * (x * x + y * y);
    }

    /** A multiple of 2<sup>-53</sup> in {@code [0, 1)}. */
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    private double decideAtEdge(int layer, double x) {
        if (layer == 0) {
            return Math.copySign(nextInTail(), x);
        }
        double height = DENSITY[layer] + nextDouble() * (DENSITY[layer + 1] - DENSITY[layer]);
        return height < density(x) ? x : nextNormal();
    }

    /** Marsaglia (1964): exact beyond any point. */
    private double nextInTail() {
        double beyond;
        double y;
        do {
            beyond = -StrictMath.log1p(-nextDouble()) / TAIL;
            y = -StrictMath.log1p(-nextDouble());
        } while (2 * y < beyond * beyond);
        return TAIL + beyond;
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
