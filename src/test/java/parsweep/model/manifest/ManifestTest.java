package parsweep.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.json.Node;
import parsweep.model.Interval;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Shape;
import parsweep.model.builtin.BuiltinModels;
import parsweep.model.formula.FormulaModel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ManifestTest {
    static List<ModelDescription> declarations() {
        List<ModelDescription> all = new java.util.ArrayList<>(
                BuiltinModels.all().stream().map(Model::description).toList());
        all.add(new FormulaModel(Map.of("y", "a + b")).description());
        all.add(new ModelDescription(
                "all-there-is",
                "1.2-beta",
                "every kind of declaration",
                "",
                List.of(
                        Parameter.real("above", "nm", "open")
                                .within(Interval.open(0, 1))
                                .withDefault(0.5),
                        Parameter.integer("whole", "", "closed")
                                .within(Interval.closed(-3, 7))
                                .withDefault(-3),
                        Parameter.text("word", "").withDefault(""),
                        Parameter.text("choice", "one of two", "a", "b").withDefault("b"),
                        Parameter.flag("flag", "yes or no").withDefault(true)),
                List.of(
                        Output.real("y", "1/s", "may diverge").allowingNonFinite(),
                        Output.integer("n", "", ""),
                        Output.text("t", ""),
                        Output.flag("f", ""),
                        Output.array("series", Shape.arrayOf("whole"), "nm", ""),
                        Output.array("more", Shape.VARYING, "", "").allowingNonFinite())));
        return all;
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void whatIsWrittenIsReadBack(ModelDescription declaration) {
        String json = Manifest.write(declaration).toString();

        assertThat(Manifest.read(new Node(JsonMapper.shared().readTree(json), ""), ""))
                .isEqualTo(declaration);
    }

    @Test
    void aTypeAloneIsADeclaration() {
        ModelDescription read = read("{name: short, parameters: {x: real, n: integer}, outputs: {y: real, v: array}}");

        assertThat(read.version()).isEqualTo("digest");
        assertThat(read.parameters()).containsExactly(Parameter.real("x", "", ""), Parameter.integer("n", "", ""));
        assertThat(read.outputs()).containsExactly(Output.real("y", "", ""), Output.array("v", Shape.VARYING, "", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {outputs: {y: real}}                                                       | name: nothing (expected: a text
            {name: m}                                                                  | outputs: nothing (expected: an object of outputs
            {name: m, outputs: {}}                                                     | without outputs (expected: at least 1)
            {name: My Model, outputs: {y: real}}                                       | (expected: words joined by hyphens)
            {name: m, outputs: {y: float}}                                             | outputs.y: "float" (expected: real, integer, text, boolean or array)
            {name: m, outputs: {y: {unit: nm}}}                                        | outputs.y.type: nothing (expected
            {name: m, outputs: {y: {type: real, length: n}}}                           | outputs.y.length: "n" (expected: the length of an array only)
            {name: m, outputs: {y: {type: array, length: n}}}                          | outputs.y.length: "n" (expected: the name of an integer parameter
            {name: m, outputs: {y: {type: real, finite: 1}}}                           | outputs.y.finite: 1 (expected: true or false)
            {name: m, outputs: {seed: real}}                                           | name 'seed' (expected
            {name: m, parameters: {y: real}, outputs: {y: real}}                       | name 'y' twice (expected
            {name: m, parameters: {x: {type: real, minimum: 0}}, outputs: {y: real}}   | parameters.x.minimum: unknown field
            {name: m, parameters: {x: {type: real, min: 0, above: 0}}, outputs: {y: real}} | parameters.x.above: 0 (expected: either min or above)
            {name: m, parameters: {x: {type: real, min: 1, max: 0}}, outputs: {y: real}}   | parameters.x: interval from 1.0 to 0.0 (expected: min <= max)
            {name: m, parameters: {x: {type: real, min: 1, default: 0}}, outputs: {y: real}} | parameters.x.default: 0 (expected: a number at least 1)
            {name: m, parameters: {x: {type: integer, default: 0.5}}, outputs: {y: real}}  | parameters.x.default: 0.5 (expected: a whole number
            {name: m, parameters: {x: {type: text, min: 0}}, outputs: {y: real}}           | parameters.x.min: 0 (expected: bounds of numbers only)
            {name: m, parameters: {x: {type: text, choices: [a], default: b}}, outputs: {y: real}} | parameters.x.default: "b" (expected: one of [a])
            {name: m, parameters: {x: {type: boolean, default: "yes"}}, outputs: {y: real}} | parameters.x.default: "yes" (expected: true or false)
            {name: m, parameters: {x: {type: real, choices: [a]}}, outputs: {y: real}}     | parameters.x.choices: ["a"] (expected: choices of a text parameter only)
            """)
    void aFaultIsNamedByItsPlace(String manifest, String message) {
        assertThatThrownBy(() -> read(manifest)).hasMessageContaining(message);
    }

    private static ModelDescription read(String yaml) {
        return Manifest.read(new Node(YAMLMapper.shared().readTree(yaml), ""), "digest");
    }
}
