package parsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How spaces may be put together, and how not. */
class CompositionTest {
    private static final NamedAxis A = new NamedAxis("a_number", Numbers.of(1, 2, 3));
    private static final NamedAxis B = new NamedAxis("b_text", new Texts(List.of("x", "y")));

    static List<Arguments> refused() {
        Space a = new Grid(List.of(A));
        Space b = new Grid(List.of(B));
        return List.of(
                refused(() -> new Grid(List.of()), "a grid without axes (expected: at least 1)"),
                refused(() -> new Grid(List.of(A, B, A)), "parameter 'a_number' twice (expected: once)"),
                refused(() -> new Zip(List.of()), "a zip without axes (expected: at least 1)"),
                refused(() -> new Zip(List.of(A, A)), "parameter 'a_number' twice (expected: once)"),
                refused(
                        () -> new Zip(List.of(A, B)),
                        "'a_number' has 3 values, 'b_text' has 2 (expected: equal lengths)"),
                refused(() -> new Union(List.of()), "a union without parts (expected: at least 1)"),
                refused(
                        () -> new Union(List.of(a, b)),
                        "a union of [a_number] and [b_text] (expected: the same parameters in every part)"),
                refused(
                        () -> new Union(List.of(a, new Grid(List.of(A, B)))),
                        "a union of [a_number] and [a_number, b_text] (expected: the same parameters in every part)"),
                refused(() -> new Product(List.of()), "a product without factors (expected: at least 1)"),
                refused(
                        () -> new Product(List.of(a, b, new Zip(List.of(A)))),
                        "parameter 'a_number' twice (expected: once)"));
    }

    private static Arguments refused(Supplier<Space> space, String message) {
        return Arguments.of(space, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void whatDoesNotFitTogetherIsRefused(Supplier<Space> space, String message) {
        assertThatIllegalArgumentException().isThrownBy(space::get).withMessage(message);
    }

    @Test
    void aUnionNamesItsParametersAsItsFirstPartDoes() {
        Space union = new Union(List.of(new Grid(List.of(B, A)), new Grid(List.of(A, B))));

        assertThat(union.parameters()).containsExactly("b_text", "a_number");
        assertThat(PointTable.of(union).row(0)).containsExactly(1.0, "x");
        assertThat(PointTable.of(union).row(1)).containsExactly(2.0, "x");
        assertThat(PointTable.of(union).row(6)).containsExactly(1.0, "x");
        assertThat(PointTable.of(union).row(7)).containsExactly(1.0, "y");
    }

    @Test
    void aSpaceKeepsItsPointsWhenTheListItWasMadeOfChanges() {
        List<NamedAxis> axes = new ArrayList<>(List.of(A, B));
        Space grid = new Grid(axes);

        axes.clear();

        assertThat(grid.size()).isEqualTo(6);
        assertThat(grid.parameters()).containsExactly("a_number", "b_text");
    }

    @Test
    void numbersKeepTheirValuesWhenTheArrayTheyWereMadeOfChanges() {
        double[] values = {1, 2, 3};
        Numbers numbers = Numbers.of(values);

        values[0] = Double.NaN;

        assertThat(numbers.value(0)).isEqualTo(1);
    }

    @Test
    void aReaderKeepsItsSlotsWhenTheArrayItWasMadeOfChanges() {
        for (Space space :
                List.of(new Grid(List.of(A)), new Zip(List.of(A)), new Union(List.of(new Grid(List.of(A)))))) {
            int[] slots = {1};
            PointReader reader = space.reader(slots);
            Values values = new Values(List.of(ValueType.REAL, ValueType.REAL));

            slots[0] = 0;
            reader.read(2, values);

            assertThat(values.get(0)).isEqualTo(0.0);
            assertThat(values.get(1)).isEqualTo(3.0);
        }
    }
}
