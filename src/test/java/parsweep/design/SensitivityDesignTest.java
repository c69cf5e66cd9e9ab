package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SensitivityDesignTest {
    static Stream<SensitivityDesign> designs() {
        return Stream.of(
                new MorrisTrajectories(50, 7, 6, 3),
                new SaltelliBlocks(64, 7, true, 3),
                new SaltelliBlocks(64, 1, false, 3),
                new FourierCurves(2, 7, 65, 3),
                new FourierCurves(1, 3, 1025, 3));
    }

    @Test
    void thePropertiesAreCheckedOnDesignsOfEveryKind() {
        assertThat(designs().<Class<?>>map(SensitivityDesign::getClass))
                .contains(SensitivityDesign.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void coordinatesAreInTheOpenUnitIntervalAndDependOnTheIndexOnly(SensitivityDesign design) {
        int count = (int) design.extent().count();
        assertThat(count).isEqualTo((int) design.blocks() * design.blockSize());
        List<double[]> points =
                IntStream.range(0, count).mapToObj(design::point).toList();

        for (int i = count - 1; i >= 0; i--) {
            assertThat(design.point(i))
                    .containsExactly(points.get(i))
                    .hasSize(design.extent().dimensions())
                    .matches(point -> Arrays.stream(point).allMatch(u -> u > 0 && u < 1));
        }
    }

    @Test
    void trajectoriesMoveEachCoordinateOnceByHalf() {
        MorrisTrajectories design = new MorrisTrajectories(200, 5, 4, 1);
        int[] firstMoved = new int[5];
        int[] atLevel = new int[4];
        for (int t = 0; t < 200; t++) {
            MorrisTrajectories.Trajectory trajectory = design.trajectory(t);
            assertThat(trajectory.order()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
            firstMoved[trajectory.order()[0]]++;
            for (int step = 0; step < 5; step++) {
                double[] from = design.point(t * 6L + step);
                double[] to = design.point(t * 6L + step + 1);
                int moved = trajectory.order()[step];
                for (int j = 0; j < 5; j++) {
                    double change = j != moved ? 0 : trajectory.rising()[j] ? 0.5 : -0.5;
                    assertThat(to[j] - from[j]).isEqualTo(change);
                }
                atLevel[(int) (from[0] * 4)]++;
            }
        }
        // 200 draws of 1 in 5: 40, with a deviation of 5.7; five of these fail one good build in two million.
        assertThat(firstMoved)
                .satisfies(counts -> assertThat(Arrays.stream(counts)).allMatch(n -> Math.abs(n - 40) < 29));
        assertThat(Arrays.stream(atLevel)).allMatch(n -> n > 150);
    }

    @Test
    void blocksExchangeOneCoordinateAtATime() {
        SaltelliBlocks design = new SaltelliBlocks(8, 3, true, 5);
        for (int block = 0; block < 8; block++) {
            double[] a = design.point(block * 8L);
            double[] b = design.point(block * 8L + 7);
            for (int j = 0; j < 3; j++) {
                double[] ab = a.clone();
                ab[j] = b[j];
                double[] ba = b.clone();
                ba[j] = a[j];
                assertThat(design.point(block * 8L + 1 + j)).containsExactly(ab);
                assertThat(design.point(block * 8L + 4 + j)).containsExactly(ba);
            }
        }
        assertThat(new SaltelliBlocks(8, 3, false, 5).point(5 * 3 + 2)).containsExactly(design.point(8 * 3 + 2));
        assertThat(new SaltelliBlocks(8, 3, false, 5).point(5 * 3 + 4)).containsExactly(design.point(8 * 3 + 7));
    }

    @Test
    void aCurveSwingsItsParameterFastestAndAllOverTheRange() {
        FourierCurves design = new FourierCurves(1, 3, 1025, 2);
        for (int curve = 0; curve < 3; curve++) {
            for (int j = 0; j < 3; j++) {
                double[] along = new double[1025];
                for (int k = 0; k < 1025; k++) {
                    along[k] = design.point(curve * 1025L + k)[j];
                }
                assertThat(Arrays.stream(along).average().orElseThrow()).isCloseTo(0.5, within(0.01));
                assertThat(Arrays.stream(along).max().orElseThrow()).isGreaterThan(0.87);
                assertThat(turns(along))
                        .isEqualTo(j == curve ? 256 : turns(along))
                        .isLessThanOrEqualTo(256);
                assertThat(j == curve || turns(along) <= 2 * 16).isTrue();
            }
        }
    }

    /** How often a closed curve turns back. */
    private static int turns(double[] along) {
        int n = along.length;
        return (int) IntStream.range(0, n)
                .filter(k -> (along[(k + 1) % n] > along[k]) != (along[(k + 2) % n] > along[(k + 1) % n]))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"3, 3 levels", "0, 0 levels"})
    void levelsAreEven(int levels, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MorrisTrajectories(10, 2, levels, 0))
                .withMessage("%s (expected: an even number from 2 to 1048576)", value);
    }

    @Test
    void tooManyPointsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MorrisTrajectories(1L << 53, 2, 4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FourierCurves(1L << 53, 1000, 16385, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SaltelliBlocks(16, 501, false, 0))
                .withMessage("501 parameters (expected: at most 500 for saltelli)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FourierCurves(1, 2, 64, 0))
                .withMessage("64 samples (expected: 65 to 16385)");
    }
}
