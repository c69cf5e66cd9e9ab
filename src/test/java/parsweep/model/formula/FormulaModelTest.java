package parsweep.model.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.RecordedOutputs;
import parsweep.model.Run;
import parsweep.model.Session;

class FormulaModelTest {
    private static FormulaModel model(String... outputsAndFormulas) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < outputsAndFormulas.length; i += 2) {
            texts.put(outputsAndFormulas[i], outputsAndFormulas[i + 1]);
        }
        return new FormulaModel(texts);
    }

    @Test
    void freeNamesAreRealParametersInTheOrderInWhichTheyAppear() {
        FormulaModel model = model("y", "b * sin(a)", "z", "y + c * a");

        assertThat(model.description().parameters()).extracting(Parameter::name).containsExactly("b", "a", "c");
        assertThat(model.description().parameters())
                .allSatisfy(parameter ->
                        assertThat(parameter).isEqualTo(Parameter.real(parameter.name(), "", parameter.description())));
        assertThat(model.description().outputs()).extracting(Output::name).containsExactly("y", "z");
        assertThat(model.description().outputs())
                .extracting(Output::description)
                .containsExactly("b * sin(a)", "y + c * a");
    }

    @Test
    void laterOutputsUseEarlierOnes() throws ModelException, InterruptedException {
        Run run = Run.of(model("y", "a^2", "z", "y / 2", "w", "z + y + a")).with("a", 4);

        assertThat(run.real("y")).isEqualTo(16);
        assertThat(run.real("z")).isEqualTo(8);
        assertThat(run.real("w")).isEqualTo(28);
    }

    @Test
    void aSessionRemembersNothing() throws ModelException, InterruptedException {
        FormulaModel model = model("y", "a + b", "z", "y * a");
        try (Session session = model.open()) {
            RecordedOutputs first = Run.of(model).with("a", 1).with("b", 2).in(session);
            Run.of(model).with("a", Double.NaN).with("b", 5).in(session);
            RecordedOutputs again = Run.of(model).with("a", 1).with("b", 2).in(session);

            assertThat(again.real("y")).isEqualTo(first.real("y")).isEqualTo(3);
            assertThat(again.real("z")).isEqualTo(first.real("z")).isEqualTo(3);
        }
    }

    @Test
    void aFormulaMayHaveNoParameters() throws ModelException, InterruptedException {
        assertThat(Run.of(model("y", "2 * pi")).real("y")).isEqualTo(2 * Math.PI);
    }

    @Test
    void allHaveOneNameAndEachItsVersion() {
        FormulaModel model = model("y", "a + b");

        assertThat(model.description().name()).isEqualTo("formula");
        assertThat(model.description().version())
                .isEqualTo(model("y", "a + b").description().version())
                .isNotEqualTo(model("y", "a + c").description().version())
                .isNotEqualTo(model("z", "a + b").description().version())
                .matches("3-[0-9a-f]{12}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            a + z ~ b ~ y ~ column 5: 'z' is not computed before
            a + y ~ b ~ y ~ column 5: 'y' is not computed before
            a ~ y + seed ~ z ~ column 5: name 'seed'
            a ~ y + ~ z ~ column 4: the end
            """)
    void aFaultNamesTheOutputAndTheColumn(String y, String z, String output, String message) {
        assertThatExceptionOfType(InvalidOutput.class)
                .isThrownBy(() -> model("y", y, "z", z))
                .withMessageStartingWith(message)
                .withMessageContaining("(expected: ")
                .satisfies(fault -> assertThat(fault.output()).isEqualTo(output));
    }

    @ParameterizedTest
    @CsvSource({"sin", "pi", "and", "'a b'", "''", "2y", "status", "y²"})
    void anOutputHasAName(String name) {
        assertThatExceptionOfType(InvalidOutput.class)
                .isThrownBy(() -> model(name, "a"))
                .withMessageContaining("'%s'".formatted(name));
    }

    @Test
    void outputsAndParametersAreBounded() {
        Map<String, String> formulas = new LinkedHashMap<>();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FormulaModel(formulas))
                .withMessageContaining("0 formulas");

        for (int i = 0; i < 100; i++) {
            formulas.put("y" + i, "1");
        }
        assertThat(new FormulaModel(formulas).description().outputs()).hasSize(100);

        StringBuilder names = new StringBuilder("0");
        for (int i = 0; i <= 1000; i++) {
            names.append("+p").append(i);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model("y", names.toString()))
                .withMessageContaining("1001 parameters (expected: at most 1000)");

        formulas.put("y100", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FormulaModel(formulas))
                .withMessageContaining("101 formulas (expected: 1 to 100)");
    }
}
