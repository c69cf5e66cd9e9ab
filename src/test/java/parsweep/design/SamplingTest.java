package parsweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parsweep.design.distribution.Choice;
import parsweep.design.distribution.Normal;
import parsweep.design.distribution.RandInt;
import parsweep.design.distribution.Uniform;
import parsweep.space.PointReader;
import parsweep.space.Sample;
import parsweep.space.Texts;
import parsweep.space.ValueType;
import parsweep.space.Values;

class SamplingTest {
    @Test
    void everyDimensionHasItsDistributionAndItsSlot() {
        Sampling sampling = new Sampling(
                new Sobol(new Extent(4, 3)),
                List.of(new Uniform(10, 20), new RandInt(0, 4), new Choice(new Texts(List.of("a", "b")))));
        Values values = new Values(List.of(ValueType.TEXT, ValueType.REAL, ValueType.INTEGER));
        PointReader reader = sampling.reader(new int[] {1, 2, 0});

        List<String> points = IntStream.range(0, 4)
                .mapToObj(i -> {
                    reader.read(i, values);
                    return values.toString();
                })
                .toList();

        assertThat(points).containsExactly("[a, 10.0, 0]", "[b, 15.0, 2]", "[a, 17.5, 1]", "[b, 12.5, 3]");
    }

    /** Without an end, the first point would be at minus infinity, and no model could run it. */
    @Test
    void theOriginIsTheMiddleOfItsCellWhereThereIsNoLowerEnd() {
        Sampling sampling = new Sampling(new Halton(new Extent(1000, 2)), List.of(new Normal(0, 1), new Uniform(0, 1)));
        Values values = new Values(List.of(ValueType.REAL, ValueType.REAL));

        sampling.reader(new int[] {0, 1}).read(0, values);

        assertThat(values.real(0)).isEqualTo(new Normal(0, 1).quantile(0.0005)).isCloseTo(-3.29, within(0.01));
        assertThat(values.real(1)).isZero();
    }

    @Test
    void oneSobolPointOfANormalDistributionIsItsMean() {
        Values values = new Values(List.of(ValueType.REAL));

        new Sampling(new Sobol(new Extent(1, 1)), List.of(new Normal(3, 1)))
                .reader(new int[] {0})
                .read(0, values);

        assertThat(values.real(0)).isEqualTo(3);
    }

    @Test
    void asManyDistributionsAsDimensionsAndAsManyParametersAreAskedFor() {
        Design design = new Sobol(new Extent(4, 2));
        Sampling sampling = new Sampling(design, List.of(new Uniform(0, 1), new Uniform(0, 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sampling(design, List.of(new Uniform(0, 1))))
                .withMessage("1 distributions (expected: 2, one for each dimension)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(List.of("a"), sampling))
                .withMessage("a sample of 1 parameters (expected: 2, one for each dimension)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(List.of("a", "a"), sampling))
                .withMessage("parameter 'a' twice (expected: once)");
    }
}
