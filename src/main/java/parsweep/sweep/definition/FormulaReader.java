package parsweep.sweep.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.formula.FormulaModel;
import parsweep.model.formula.InvalidOutput;

/** Reads a model that the definition itself brings along: {@code {"formula": {"y": "a * x^2"}}}. */
final class FormulaReader {
    static final String FORM = "an object {\"formula\": {\"y\": \"a * x^2\", ...}}";

    private static final String FORMULAS = "an object of outputs and their formulas";

    private FormulaReader() {}

    static Model read(Node model) {
        model.requireObject(FORM).requireOnly(FormulaModel.NAME);
        Node outputs = model.at(FormulaModel.NAME).requireObject(FORMULAS);
        Map<String, String> formulas = new LinkedHashMap<>();
        for (String name : outputs.names()) {
            Node formula = outputs.at(name);
            if (!formula.isText()) {
                throw formula.invalid("a formula, as a text");
            }
            formulas.put(name, formula.json().stringValue());
        }
        return AxisReader.valid(outputs, () -> {
            try {
                return new FormulaModel(formulas);
            } catch (InvalidOutput e) {
                return AxisReader.valid(outputs.at(e.output()), () -> {
                    throw e;
                });
            }
        });
    }
}
