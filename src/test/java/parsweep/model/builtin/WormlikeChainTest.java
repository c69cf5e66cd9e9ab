package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.ModelException;
import parsweep.model.Point;
import parsweep.model.Run;
import parsweep.random.PointStream;

/**
 * Statistical tolerances are {@link #ERRORS} standard errors of means over 4,000 chains or more, which fail one good
 * build in 1.7 million per comparison. The seed is fixed.
 */
class WormlikeChainTest {
    private static final double ERRORS = 5;

    private final WormlikeChain model = new WormlikeChain();

    /** From nearly freely jointed through the defaults to a nearly rigid rod. */
    @ParameterizedTest
    @CsvSource({
        "50, 0.01, 2700, 2.5",
        "50, 0.4, 5000, 2.5",
        "50, 30, 27000, 2.5",
        "20, 120, 27000, 0.5",
        "50, 5000, 5000, 2.5",
        "1000, 300, 15000, 0.2",
    })
    void agreesWithTheDiscreteChain(
            double packingRatio, double persistenceLength, double genomicLength, double segmentsPerNm)
            throws Exception {
        Run run = Run.of(model)
                .with("packingRatio", packingRatio)
                .with("persistenceLength", persistenceLength)
                .with("genomicLength", genomicLength)
                .with("segmentsPerNm", segmentsPerNm)
                .with("chains", 4000);

        int segments = (int) Math.round(genomicLength / packingRatio * segmentsPerNm);
        double segment = 1 / segmentsPerNm;
        assertThat(run.real("meanSquareEndToEnd"))
                .isCloseTo(
                        discreteEndToEnd(segments, segment, persistenceLength),
                        within(ERRORS * run.real("meanSquareEndToEndError")));
        assertThat(run.real("meanSquareRg"))
                .isCloseTo(
                        discreteRg(segments, segment, persistenceLength),
                        within(ERRORS * run.real("meanSquareRgError")));
    }

    /** With 75 and more segments per persistence length the continuous formulas are 100 times closer than the noise. */
    @ParameterizedTest
    @ValueSource(doubles = {30, 100, 300})
    void agreesWithKratkyAndPorodAndWithBenoitAndDoty(double persistenceLength) throws Exception {
        double contour = 27_000.0 / 50;
        Run run = Run.of(model).with("persistenceLength", persistenceLength).with("chains", 4000);

        assertThat(run.real("meanSquareEndToEnd"))
                .isCloseTo(
                        kratkyPorod(contour, persistenceLength), within(ERRORS * run.real("meanSquareEndToEndError")));
        assertThat(run.real("meanSquareRg"))
                .isCloseTo(benoitDoty(contour, persistenceLength), within(ERRORS * run.real("meanSquareRgError")));
        assertThat(run.real("meanSquareRgError")).isLessThan(0.02 * run.real("meanSquareRg"));
    }

    /** Guards the tests above against a common error: the formulas they use converge to each other. */
    @Test
    void theDiscreteFormulasConvergeToTheContinuousOnes() {
        double segment = 0.01;

        // The first term left out is (segment / persistence length)^2 / 12, or 1e-8; the rest is rounding.
        assertThat(discreteEndToEnd(54_000, segment, 30) / kratkyPorod(540, 30)).isCloseTo(1, within(1e-7));
        assertThat(discreteRg(54_000, segment, 30) / benoitDoty(540, 30)).isCloseTo(1, within(1e-7));
    }

    /** Two segments: {@code (R / segment)^2 = 2 + 2 cos theta}, whose whole distribution is known. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.3, 1, 5, 75, 1e4})
    void cosinesFollowTheVonMisesFisherDistribution(double stiffness) throws Exception {
        NormalStream random = new NormalStream(PointStream.of(3, 0));
        ChainWalk chain = new ChainWalk();
        Point point = Run.of(model).point();
        double[] oneMinusCosines = new double[200_000];

        for (int i = 0; i < oneMinusCosines.length; i++) {
            chain.grow(2, stiffness, 2, 0, random, point);
            oneMinusCosines[i] = 2 - chain.squaredEndToEnd() / 2;
        }

        double whole = -Math.expm1(-2 * stiffness);
        assertThat(KolmogorovSmirnov.statistic(oneMinusCosines, v -> -Math.expm1(-stiffness * v) / whole))
                .isLessThan(KolmogorovSmirnov.critical(1e-6));
    }

    /** A long chain keeps its unit segments and its persistence length: rounding must not add up over 10^6 turns. */
    @Test
    void segmentsKeepTheirLengthInLongChains() throws Exception {
        Run run = Run.of(model)
                .with("genomicLength", 50 * 400_000)
                .with("persistenceLength", 1e6)
                .with("chains", 20);

        // A chain of 0.4 persistence lengths is shorter than straight by a bounded random amount, never longer.
        for (double rg : run.array("rgs")) {
            assertThat(rg).isBetween(0.5 * 400_000 / Math.sqrt(12), 400_000 / Math.sqrt(12));
        }
        assertThat(run.real("meanSquareRg"))
                .isCloseTo(benoitDoty(400_000, 1e6), within(ERRORS * run.real("meanSquareRgError")));
    }

    @Test
    void localisationErrorAddsThreeVariancesLessThatOfTheMean() throws Exception {
        double sigma = 40;
        int segments = 100;
        Run run = Run.of(model)
                .with("genomicLength", 2000)
                .with("localisationPrecision", sigma)
                .with("chains", 20_000);

        double expected = discreteRg(segments, 0.4, 30) + 3 * sigma * sigma * (segments - 1) / segments;
        assertThat(run.real("meanSquareRg")).isCloseTo(expected, within(ERRORS * run.real("meanSquareRgError")));
        assertThat(run.real("meanSquareRgError")).isLessThan(0.002 * expected);
        assertThat(run.real("meanSquareEndToEnd"))
                .isCloseTo(discreteEndToEnd(segments, 0.4, 30), within(ERRORS * run.real("meanSquareEndToEndError")));
    }

    /**
     * A random pair of distinct positions is as far apart in a subsample as in the whole, and {@code Rg^2} is half the
     * mean square over all pairs, of which {@code 1/m} are of a position with itself.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 700, 1349, 1350})
    void subsamplesHaveTheRadiusOfTheWholeLessTheirPairsOfOne(int kept) throws Exception {
        int segments = 1350;
        Run run = Run.of(model).with("subsample", kept).with("chains", 4000);

        double pairs = (kept - 1.0) / kept * (segments / (segments - 1.0));
        assertThat(run.real("meanSquareRg"))
                .isCloseTo(pairs * discreteRg(segments, 0.4, 30), within(ERRORS * run.real("meanSquareRgError")));
    }

    @Test
    void subsamplesOfAllOrMoreAreTheWhole() throws Exception {
        double[] whole = Run.of(model).array("rgs");

        assertThat(Run.of(model).with("subsample", 1350).array("rgs")).isEqualTo(whole);
        assertThat(Run.of(model).with("subsample", 10_000).array("rgs")).isEqualTo(whole);
    }

    @Test
    void aSinglePositionHasNoExtent() throws Exception {
        assertThat(Run.of(model).with("subsample", 1).array("rgs")).containsOnly(0.0);
    }

    /** For freely jointed chains {@code R^2} is proportional to the length, so only the mean length counts. */
    @Test
    void lengthsSpreadAboutTheirMean() throws Exception {
        Run run = Run.of(model)
                .with("persistenceLength", 0.01)
                .with("genomicLength", 5000)
                .with("genomicLengthWidth", 9000)
                .with("chains", 20_000);

        assertThat(run.real("meanSquareEndToEnd"))
                .isCloseTo(250 * 0.4 * 0.4, within(ERRORS * run.real("meanSquareEndToEndError")));
        // <R^4> = <N^2> 5/3 - ...: var(R^2) / <R^2>^2 is 2/3 for one length and this, to 1/N, for the uniform width.
        double spread = 5.0 / 3 * (1 + 1.8 * 1.8 / 12) - 1;
        double relativeError = run.real("meanSquareEndToEndError") / (250 * 0.4 * 0.4);
        assertThat(20_000 * relativeError * relativeError).isCloseTo(spread, within(0.1 * spread));
    }

    @Test
    void summariesAreThoseOfTheRadii() throws Exception {
        Run run = Run.of(model);

        double sum = 0;
        for (double rg : run.array("rgs")) {
            sum += rg * rg;
        }
        assertThat(run.array("rgs")).hasSize(100);
        assertThat(run.real("meanSquareRg")).isCloseTo(sum / 100, within(1e-9 * sum));
        assertThat(run.real("rg")).isEqualTo(Math.sqrt(run.real("meanSquareRg")));
    }

    @Test
    void oneChainHasNoStandardError() throws Exception {
        Run run = Run.of(model).with("chains", 1);

        assertThat(run.real("meanSquareRg")).isPositive();
        assertThat(run.real("meanSquareRgError")).isNaN();
        assertThat(run.real("meanSquareEndToEndError")).isNaN();
    }

    @Test
    void refusesChainsOfLessThanTwoSegments() {
        assertThatThrownBy(() -> Run.of(model).with("genomicLength", 29).outputs())
                .isInstanceOf(ModelException.class)
                .hasMessage("1 to 1 segments per chain (expected: 2 to 10000000)");
        assertThatThrownBy(
                        () -> Run.of(model).with("genomicLengthWidth", 60_000).outputs())
                .isInstanceOf(ModelException.class)
                .hasMessage("-150 to 2850 segments per chain (expected: 2 to 10000000)");
    }

    @Test
    void refusesMoreWorkThanItsBounds() {
        assertThatThrownBy(
                        () -> Run.of(model).with("genomicLength", 200_000_020).outputs())
                .isInstanceOf(ModelException.class)
                .hasMessage("10000001 to 10000001 segments per chain (expected: 2 to 10000000)");
        assertThatThrownBy(() -> Run.of(model)
                        .with("genomicLength", 200_000_000)
                        .with("chains", 10_001)
                        .outputs())
                .isInstanceOf(ModelException.class)
                .hasMessage("1.00e+11 segments in 10001 chains (expected: at most 1.00e+11)");
    }

    @Test
    void stopsWithinAChain() {
        Run run = Run.of(model).with("genomicLength", 200_000_000).with("chains", 1000);

        Thread.currentThread().interrupt();

        assertThatThrownBy(run::outputs).isInstanceOf(InterruptedException.class);
    }

    /** {@code sum over i, j of <t_i t_j>}, with correlations of {@code exp(-segment / persistenceLength)} a segment. */
    private static double discreteEndToEnd(int segments, double segment, double persistenceLength) {
        double a = Math.exp(-segment / persistenceLength);
        double b = -Math.expm1(-segment / persistenceLength);
        double power = -Math.expm1(-segment / persistenceLength * segments);
        return segment * segment * (segments * (1 + a) / b - 2 * a * power / (b * b));
    }

    /** {@code 1/n^2 sum over i < j of <|r_i - r_j|^2>} for the ends of the segments. */
    private static double discreteRg(int segments, double segment, double persistenceLength) {
        double sum = 0;
        for (int apart = 1; apart < segments; apart++) {
            sum += (segments - apart) * discreteEndToEnd(apart, segment, persistenceLength);
        }
        return sum / ((double) segments * segments);
    }

    private static double kratkyPorod(double contour, double persistenceLength) {
        double x = contour / persistenceLength;
        return 2 * persistenceLength * persistenceLength * (x + Math.expm1(-x));
    }

    private static double benoitDoty(double contour, double persistenceLength) {
        double x = contour / persistenceLength;
        return persistenceLength * persistenceLength * (x / 3 - 1 + 2 / x + 2 * Math.expm1(-x) / (x * x));
    }
}
