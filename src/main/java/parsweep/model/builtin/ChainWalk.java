package parsweep.model.builtin;

import parsweep.model.Point;

/**
 * Grows discrete wormlike chains of unit segments and measures each in the same pass; a chain is never in memory.
 *
 * <p><b>Bending.</b> Directions follow a von Mises-Fisher walk, the Kratky-Porod chain in equilibrium: {@code cos
 * theta} has density {@code ~ exp(stiffness * cos theta)} and the azimuth is uniform. Then {@code stiffness * (1 - cos
 * theta)} is an exponential deviate cut off at {@code 2 * stiffness}, and an exponential deviate with a uniform azimuth
 * is a pair of normal deviates in polar coordinates. So two normals, scaled, are the bend {@code (a, b)}: {@code a^2 +
 * b^2 = (1 - cos theta) / 2 = sin^2(theta / 2)}, without any trigonometry. A pair beyond the cut-off is folded back,
 * because an exponential deviate modulo any number is exactly the one that is cut off there (it has no memory).
 *
 * <p><b>Turning.</b> {@code (w, a, b, 0)} with {@code w = cos(theta / 2)} is the unit quaternion of that bend in the
 * frame of the segment before. The frame is carried on as the product of these quaternions; its third axis is the
 * direction of the segment. The axes need no other care since the azimuth is uniform.
 *
 * <p>A segment costs about 15 ns. Positions of chains are the ends of their segments.
 *
 * @see <a href="https://doi.org/10.1080/03610919408813161">Wood (1994), von Mises-Fisher deviates</a>
 */
final class ChainWalk {
    /** Segments per pass through the arrays: they stay in the first-level cache. */
    private static final int BLOCK = 512;

    /** About a millisecond of work; a power of two times {@link #BLOCK}. */
    private static final int SEGMENTS_PER_CHECK = 128 * BLOCK;

    private final double[] as = new double[BLOCK];
    private final double[] bs = new double[BLOCK];
    private final double[] ws = new double[BLOCK];
    private final double[] errors = new double[3 * BLOCK];
    private final double[] xs = new double[BLOCK];
    private final double[] ys = new double[BLOCK];
    private final double[] zs = new double[BLOCK];

    // The frame at the end of the chain, as a quaternion, and where that end is.
    private double qw;
    private double qx;
    private double qy;
    private double qz;
    private double x;
    private double y;
    private double z;

    // Sums over the positions that count.
    private double sumX;
    private double sumY;
    private double sumZ;
    private double sumSquares;

    private double squaredEndToEnd;
    private double squaredRg;

    /** Squared distance between the ends of the last chain. */
    double squaredEndToEnd() {
        return squaredEndToEnd;
    }

    /** Squared radius of gyration of the kept positions of the last chain. */
    double squaredRg() {
        return squaredRg;
    }

    /**
     * Grows and measures one chain.
     *
     * @param stiffness parameter of the von Mises-Fisher distribution, greater than 0
     * @param kept how many positions count for the radius of gyration, drawn without replacement; at most
     *     {@code segments}
     * @param blur standard deviation of the normal error of each coordinate of a kept position, in segments
     */
    void grow(long segments, double stiffness, long kept, double blur, NormalStream random, Point point)
            throws InterruptedException {
        double scale = 0.5 / Math.sqrt(stiffness);
        long missing = kept;
        startAtOrigin();
        for (long done = 0; done < segments; done += BLOCK) {
            if (done % SEGMENTS_PER_CHECK == 0) {
                point.checkCancelled();
            }
            int n = (int) Math.min(BLOCK, segments - done);
            random.fill(as, n);
            random.fill(bs, n);
            bend(n, scale);
            advance(n);
            if (kept < segments) {
                n = thin(n, segments - done, missing, random);
                missing -= n;
            }
            if (blur > 0) {
                random.fill(errors, 3 * n);
                blur(n, blur);
            }
            accumulate(n);
        }
        squaredEndToEnd = x * x + y * y + z * z;
        // Negative only by rounding, which is some 1e-15 of the squared extent since the chain starts at the origin.
        squaredRg = Math.max(0, (sumSquares - (sumX * sumX + sumY * sumY + sumZ * sumZ) / kept) / kept);
    }

    private void startAtOrigin() {
        qw = 1;
        qx = 0;
        qy = 0;
        qz = 0;
        x = 0;
        y = 0;
        z = 0;
        sumX = 0;
        sumY = 0;
        sumZ = 0;
        sumSquares = 0;
    }

    /** Turns {@code n} pairs of normals into bends. The first loop has no branch, so that it is compiled to vectors. */
    private void bend(int n, double scale) {
        for (int i = 0; i < n; i++) {
            double a = as[i] * scale;
            double b = bs[i] * scale;
            as[i] = a;
            bs[i] = b;
            ws[i] = Math.sqrt(1 - (a * a + b * b));
        }
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(ws[i])) {
                fold(i);
            }
        }
    }

    private void fold(int i) {
        double square = as[i] * as[i] + bs[i] * bs[i];
        double folded = square % 1;
        double shrink = Math.sqrt(folded / square);
        as[i] *= shrink;
        bs[i] *= shrink;
        ws[i] = Math.sqrt(1 - folded);
    }

    /** Puts the ends of the next {@code n} segments into {@code xs, ys, zs}. */
    private void advance(int n) {
        // Rounding moves the norm off 1 by some 1e-16 a segment; a step of Newton's method per block puts it back.
        double norm = 1.5 - 0.5 * (qw * qw + qx * qx + qy * qy + qz * qz);
        double fw = qw * norm;
        double fx = qx * norm;
        double fy = qy * norm;
        double fz = qz * norm;
        double px = x;
        double py = y;
        double pz = z;
        for (int i = 0; i < n; i++) {
            double a = as[i];
            double b = bs[i];
            double w = ws[i];
            double nextW = fw * w - (fx * a + fy * b);
            double nextX = fx * w + (fw * a - fz * b);
            double nextY = fy * w + (fw * b + fz * a);
            double nextZ = fz * w + (fx * b - fy * a);
            fw = nextW;
            fx = nextX;
            fy = nextY;
            fz = nextZ;
            px += 2 * (fx * fz + fw * fy);
            py += 2 * (fy * fz - fw * fx);
            pz += 1 - 2 * (fx * fx + fy * fy);
            xs[i] = px;
            ys[i] = py;
            zs[i] = pz;
        }
        qw = fw;
        qx = fx;
        qy = fy;
        qz = fz;
        x = px;
        y = py;
        z = pz;
    }

    /**
     * Moves the positions that are kept to the front: Algorithm S of Knuth (1997), section 3.4.2.
     *
     * @param left positions of the chain from the first of the {@code n} on
     * @param missing how many of these are to be kept
     * @return how many of the {@code n} are kept
     */
    private int thin(int n, long left, long missing, NormalStream random) {
        int found = 0;
        for (int i = 0; i < n; i++) {
            if ((left - i) * random.nextDouble() < missing - found) {
                xs[found] = xs[i];
                ys[found] = ys[i];
                zs[found] = zs[i];
                found++;
            }
        }
        return found;
    }

    private void blur(int n, double deviation) {
        for (int i = 0; i < n; i++) {
            xs[i] += deviation * errors[3 * i];
            ys[i] += deviation * errors[3 * i + 1];
            zs[i] += deviation * errors[3 * i + 2];
        }
    }

    /** Adds the first {@code n} positions to the sums, which are by blocks to lose fewer digits in long chains. */
    private void accumulate(int n) {
        double blockX = 0;
        double blockY = 0;
        double blockZ = 0;
        double blockSquares = 0;
        for (int i = 0; i < n; i++) {
            blockX += xs[i];
            blockY += ys[i];
            blockZ += zs[i];
            blockSquares += xs[i] * xs[i] + ys[i] * ys[i] + zs[i] * zs[i];
        }
        sumX += blockX;
        sumY += blockY;
        sumZ += blockZ;
        sumSquares += blockSquares;
    }
}
