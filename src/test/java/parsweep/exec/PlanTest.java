package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Parameter;
import parsweep.model.Session;
import parsweep.space.Grid;
import parsweep.space.NamedAxis;
import parsweep.space.Numbers;
import parsweep.space.Space;
import parsweep.space.Texts;
import parsweep.space.ValueType;
import parsweep.space.Values;

class PlanTest {
    private static final Values TEMPLATE = template();

    /** Parameters a, b, c; the space names c and a, in that order. */
    private static final Model MODEL = new Model() {
        @Override
        public ModelDescription description() {
            List<Parameter> parameters =
                    List.of(Parameter.real("a", "", ""), Parameter.text("b", ""), Parameter.text("c", ""));
            return new ModelDescription("m", "1", "", "", parameters, List.of(FakeModel.Y));
        }

        @Override
        public Session open() {
            throw new UnsupportedOperationException();
        }
    };

    private static Values template() {
        Values values = new Values(List.of(ValueType.REAL, ValueType.TEXT, ValueType.TEXT));
        values.setText(1, "fixed");
        return values;
    }

    private static Plan plan(int replicates) {
        Space space = new Grid(List.of(
                new NamedAxis("c", new Texts(List.of("x", "y"))), new NamedAxis("a", Numbers.of(1.5, 2.5, 3.5))));
        return new Plan(MODEL, space, TEMPLATE, replicates, 1, PointPolicy.ONCE);
    }

    private static List<String> all(Plan plan) {
        Values values = plan.newValues();
        return LongStream.range(0, plan.size())
                .mapToObj(index -> {
                    plan.read(index, values);
                    return values.toString();
                })
                .toList();
    }

    @Test
    void theValuesOfASpaceGoToTheSlotsOfTheirNamesAndTheOthersStay() {
        assertThat(all(plan(1)))
                .containsExactly(
                        "[1.5, fixed, x]",
                        "[2.5, fixed, x]",
                        "[3.5, fixed, x]",
                        "[1.5, fixed, y]",
                        "[2.5, fixed, y]",
                        "[3.5, fixed, y]");
    }

    @Test
    void replicatesAreInnermost() {
        List<String> points = all(plan(1));

        List<String> replicated = all(plan(4));

        assertThat(replicated).hasSize(24);
        for (int i = 0; i < 24; i++) {
            assertThat(replicated.get(i)).isEqualTo(points.get(i / 4));
        }
    }

    @Test
    void aPlanDoesNotSeeWhatHappensToItsTemplateOrToValues() {
        Values template = template();
        Plan plan = new Plan(MODEL, FakeModel.space(1), template, 1, 1, PointPolicy.ONCE);
        template.setText(1, "changed");
        plan.newValues().setText(1, "changed too");

        assertThat(plan.newValues().text(1)).isEqualTo("fixed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void fewerThanOneReplicateIsRefused(int replicates) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(replicates))
                .withMessage("%d replicates (expected: at least 1)", replicates);
    }

    @Test
    void moreThanTheLargestSizeIsRefused() {
        FakeModel model = FakeModel.tenTimes(x -> {});
        Values template = new Values(List.of(ValueType.INTEGER));
        Space half = FakeModel.space(Space.MAX_SIZE / 2);

        assertThat(new Plan(model, half, template, 2, 1, PointPolicy.ONCE).size())
                .isEqualTo(Space.MAX_SIZE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(model, half, template, 3, 1, PointPolicy.ONCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(model, half, template, Integer.MAX_VALUE, 1, PointPolicy.ONCE));
    }
}
