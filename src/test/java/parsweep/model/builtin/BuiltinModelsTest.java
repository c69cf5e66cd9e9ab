package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.model.Model;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.RecordedOutputs;
import parsweep.model.Run;
import parsweep.model.Session;
import parsweep.space.ValueType;

/** What holds for every built-in model. */
class BuiltinModelsTest {
    static List<Model> models() {
        return BuiltinModels.all();
    }

    @Test
    void namesAreDistinct() {
        assertThat(models())
                .extracting(model -> model.description().name())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDescribed(Model model) {
        assertThat(model.description().summary()).isNotBlank();
        assertThat(model.description().source()).isNotBlank();
        assertThat(model.description().parameters())
                .allSatisfy(parameter -> assertThat(parameter.description()).isNotBlank());
        assertThat(model.description().outputs())
                .allSatisfy(output -> assertThat(output.description()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void defaultsAreWithinBounds(Model model) {
        assertThat(model.description().parameters()).allSatisfy(parameter -> {
            if (parameter.defaultValue() instanceof Number number) {
                assertThat(parameter.bounds().contains(number.doubleValue())).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void lengthParametersAreIntegersOfTheModel(Model model) {
        List<String> integers = model.description().parameters().stream()
                .filter(parameter -> parameter.type() == ValueType.INTEGER)
                .map(Parameter::name)
                .toList();

        assertThat(model.description().outputs()).allSatisfy(output -> {
            if (output.shape().lengthParameter() != null) {
                assertThat(output.shape().lengthParameter()).isIn(integers);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyOutputIsSetAndFinite(Model model) throws Exception {
        List<@Nullable Object> values = usual(model).outputs().values();

        assertThat(values).doesNotContainNull();
        List<Output> declared = model.description().outputs();
        for (int slot = 0; slot < declared.size(); slot++) {
            String name = declared.get(slot).name();
            if (values.get(slot) instanceof double[] array) {
                String length = declared.get(slot).shape().lengthParameter();
                if (length != null) {
                    assertThat(array).hasSize((int) usual(model).point().integer(slotOf(model, length)));
                }
                assertThat(Arrays.stream(array).boxed()).as(name).allMatch(Double::isFinite);
            } else if (values.get(slot) instanceof Double number) {
                assertThat(number).as(name).isFinite();
            }
        }
    }

    /** Also in a session that has run another point in between: nothing of a point is left behind. */
    @ParameterizedTest
    @MethodSource("models")
    void theSameSeedGivesTheSameBits(Model model) throws Exception {
        RecordedOutputs first;
        RecordedOutputs again;
        try (Session session = model.open()) {
            first = usual(model).seed(5, 7).in(session);
            other(model).seed(6, 8).in(session);
            again = usual(model).seed(5, 7).in(session);
        }
        RecordedOutputs elsewhere = usual(model).seed(5, 7).outputs();

        assertThat(again.bits()).isEqualTo(first.bits());
        assertThat(elsewhere.bits()).isEqualTo(first.bits());
    }

    /**
     * The same numbers on every JDK and machine, for as long as a model keeps its version: hashes of all output bits as
     * first computed on JDK 17. A change here without a new version breaks comparisons between sweeps.
     */
    @ParameterizedTest
    @CsvSource({
        "square, 1, 1072693279",
        "linear-series, 1, 616512030",
        "wormlike-chain, 1, -37669241",
        "sir-epidemic, 1, -318263056",
        "ising-2d, 1, 554516342",
        "black-scholes-monte-carlo, 1, -150914471",
        "logistic-map, 1, 2043505412",
        "lotka-volterra, 1, -849836692",
        "mmc-queue, 1, 1001805833",
    })
    void aVersionStandsForItsBits(String name, String version, int hash) throws Exception {
        Model model = models().stream()
                .filter(candidate -> candidate.description().name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(model.description().version()).isEqualTo(version);
        assertThat(usual(model).seed(5, 7).outputs().bits().hashCode()).isEqualTo(hash);
    }

    private static int slotOf(Model model, String parameter) {
        return model.description().parameters().stream()
                .map(Parameter::name)
                .toList()
                .indexOf(parameter);
    }

    /** Defaults, and 1 for what has none. */
    private static Run usual(Model model) {
        Run run = Run.of(model);
        for (Parameter parameter : model.description().parameters()) {
            if (parameter.defaultValue() == null) {
                run.with(parameter.name(), 1);
            }
        }
        return run;
    }

    /** Every number a little off its usual value, as far as its bounds permit. */
    private static Run other(Model model) {
        Run run = Run.of(model);
        for (Parameter parameter : model.description().parameters()) {
            if (parameter.type().isNumber()) {
                double usual = ((Number) Objects.requireNonNullElse(parameter.defaultValue(), 1)).doubleValue();
                double value = usual * 1.1 + (usual == 0 ? 0.01 : 0);
                run.with(parameter.name(), parameter.bounds().contains(value) ? value : usual);
            }
        }
        return run;
    }
}
