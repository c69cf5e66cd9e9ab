package parsweep.model.builtin;

import java.util.List;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.model.Shape;

/**
 * Ensembles of three-dimensional wormlike chains, as DNA or chromatin is seen by localisation microscopy.
 *
 * <p>A chain of {@code genomicLength / packingRatio} nm is made of {@code segmentsPerNm} straight segments per
 * nanometre, rounded to a whole number of them, each {@code 1 / segmentsPerNm} nm long. Its stiffness is such that the
 * directions of neighbours have the mean cosine {@code exp(-segment length / persistence length)}, so the persistence
 * length of the discrete chain is exact, not only in the limit of short segments.
 *
 * @see <a href="https://doi.org/10.1002/recl.19490681203">Kratky and Porod (1949), end-to-end distance</a>
 * @see <a href="https://doi.org/10.1021/j150510a025">Benoit and Doty (1953), radius of gyration</a>
 * @see ChainWalk
 */
final class WormlikeChain implements Model {
    private static final int PACKING_RATIO = 0;
    private static final int PERSISTENCE_LENGTH = 1;
    private static final int GENOMIC_LENGTH = 2;
    private static final int GENOMIC_LENGTH_WIDTH = 3;
    private static final int CHAINS = 4;
    private static final int SEGMENTS_PER_NM = 5;
    private static final int SUBSAMPLE = 6;
    private static final int LOCALISATION_PRECISION = 7;

    private static final int MEAN_SQUARE_END_TO_END = 0;
    private static final int MEAN_SQUARE_END_TO_END_ERROR = 1;
    private static final int MEAN_SQUARE_RG = 2;
    private static final int MEAN_SQUARE_RG_ERROR = 3;
    private static final int RG = 4;
    private static final int RGS = 5;

    /** Some 0.15 s for a chain; a typing error in a length should not cost an hour. */
    private static final long MAX_SEGMENTS = 10_000_000;

    /** Some 25 minutes for a point. */
    private static final double MAX_TOTAL_SEGMENTS = 1e11;

    /** 8 MB of output. */
    private static final int MAX_CHAINS = 1_000_000;

    /** Persistence lengths per segment beyond which the mean cosine, below 3e-9, no longer changes any result. */
    private static final double FREELY_JOINTED = 20;

    private static final ModelDescription DESCRIPTION = new ModelDescription(
            "wormlike-chain",
            "1",
            "End-to-end distance and radius of gyration of random wormlike chains of DNA or chromatin",
            "Kratky and Porod (1949), https://doi.org/10.1002/recl.19490681203; "
                    + "Benoit and Doty (1953), https://doi.org/10.1021/j150510a025",
            List.of(
                    Parameter.real("packingRatio", "bp/nm", "base pairs per nanometre of contour")
                            .withDefault(50)
                            .within(Interval.closed(0.01, 1e6)),
                    Parameter.real("persistenceLength", "nm", "contour length over which directions decorrelate to 1/e")
                            .withDefault(30)
                            .within(Interval.closed(0.01, 1e6)),
                    Parameter.real("genomicLength", "bp", "mean length of a chain")
                            .withDefault(27_000)
                            .within(Interval.closed(1, 1e10)),
                    Parameter.real(
                                    "genomicLengthWidth",
                                    "bp",
                                    "width of the uniform distribution of lengths about the mean")
                            .withDefault(0)
                            .within(Interval.closed(0, 2e10)),
                    Parameter.integer("chains", "", "number of chains")
                            .withDefault(100)
                            .within(Interval.closed(1, MAX_CHAINS)),
                    Parameter.real("segmentsPerNm", "1/nm", "straight segments per nanometre of contour")
                            .withDefault(2.5)
                            .within(Interval.closed(1e-3, 1e3)),
                    Parameter.integer(
                                    "subsample",
                                    "",
                                    "segments per chain, drawn at random, that count for the radius of gyration; 0 or more than there are: all")
                            .withDefault(0)
                            .within(Interval.closed(0, MAX_SEGMENTS)),
                    Parameter.real(
                                    "localisationPrecision",
                                    "nm",
                                    "standard deviation of the normal error of each coordinate, for the radius of gyration")
                            .withDefault(0)
                            .within(Interval.closed(0, 1e6))),
            List.of(
                    Output.real("meanSquareEndToEnd", "nm^2", "mean square distance between the ends, without errors"),
                    Output.real("meanSquareEndToEndError", "nm^2", "its standard error; NaN for one chain")
                            .allowingNonFinite(),
                    Output.real("meanSquareRg", "nm^2", "mean square radius of gyration"),
                    Output.real("meanSquareRgError", "nm^2", "its standard error; NaN for one chain")
                            .allowingNonFinite(),
                    Output.real("rg", "nm", "root of the mean square radius of gyration"),
                    Output.array("rgs", Shape.arrayOf("chains"), "nm", "radius of gyration of each chain")));

    @Override
    public ModelDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Session open() {
        return new WormlikeChainSession();
    }

    private static final class WormlikeChainSession implements Session {
        private final ChainWalk chain = new ChainWalk();
        private double[] rgs = {};

        @Override
        public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
            double segmentsPerNm = point.real(SEGMENTS_PER_NM);
            double segmentsPerBp = segmentsPerNm / point.real(PACKING_RATIO);
            double segmentNm = 1 / segmentsPerNm;
            double shortest = (point.real(GENOMIC_LENGTH) - point.real(GENOMIC_LENGTH_WIDTH) / 2) * segmentsPerBp;
            double spread = point.real(GENOMIC_LENGTH_WIDTH) * segmentsPerBp;
            int chains = (int) point.integer(CHAINS);
            requireFeasible(shortest, spread, chains);

            double persistence = point.real(PERSISTENCE_LENGTH) * segmentsPerNm;
            double stiffness =
                    Langevin.inverseOfOneMinus(-StrictMath.expm1(-Math.min(1 / persistence, FREELY_JOINTED)));
            double blur = point.real(LOCALISATION_PRECISION) * segmentsPerNm;
            long subsample = point.integer(SUBSAMPLE) == 0 ? Long.MAX_VALUE : point.integer(SUBSAMPLE);

            NormalStream random = new NormalStream(point.random());
            Moments squaredEndToEnd = new Moments();
            Moments squaredRg = new Moments();
            if (rgs.length < chains) {
                rgs = new double[chains];
            }
            for (int i = 0; i < chains; i++) {
                long segments = Math.round(spread > 0 ? shortest + spread * random.nextDouble() : shortest);
                chain.grow(segments, stiffness, Math.min(subsample, segments), blur, random, point);
                squaredEndToEnd.add(chain.squaredEndToEnd() * segmentNm * segmentNm);
                squaredRg.add(chain.squaredRg() * segmentNm * segmentNm);
                rgs[i] = Math.sqrt(chain.squaredRg()) * segmentNm;
            }

            outputs.real(MEAN_SQUARE_END_TO_END, squaredEndToEnd.mean());
            outputs.real(MEAN_SQUARE_END_TO_END_ERROR, squaredEndToEnd.standardError());
            outputs.real(MEAN_SQUARE_RG, squaredRg.mean());
            outputs.real(MEAN_SQUARE_RG_ERROR, squaredRg.standardError());
            outputs.real(RG, Math.sqrt(squaredRg.mean()));
            outputs.array(RGS, rgs, chains);
        }

        private static void requireFeasible(double shortest, double spread, int chains) throws ModelException {
            long least = Math.round(shortest);
            long most = Math.round(shortest + spread);
            if (least < 2 || most > MAX_SEGMENTS) {
                throw new ModelException(
                        "%s to %s segments per chain (expected: 2 to %s)".formatted(least, most, MAX_SEGMENTS));
            }
            double total = (shortest + spread / 2) * chains;
            if (total > MAX_TOTAL_SEGMENTS) {
                throw new ModelException("%.3g segments in %s chains (expected: at most %.3g)"
                        .formatted(total, chains, MAX_TOTAL_SEGMENTS));
            }
        }
    }
}
