package parsweep.model.formula;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;
import parsweep.formula.FormulaException;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Names;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Session;

/** A model of formulas. Compiled once, when it is made. */
public final class FormulaModel implements Model {
    public static final String NAME = "formula";

    /** How it is used, for a list of models. */
    public static final String SUMMARY =
            "Formulas in the sweep itself: \"model\": {\"formula\": {\"y\": \"a * sin(b) + c^2\", \"z\": \"y / 2\"}};"
                    + " names that are no outputs before are the parameters";

    /** What may stand in a formula, for a list of models. */
    public static final String LANGUAGE =
            "operators: ?: or and not < <= > >= == != + - * / %% ^ **; functions: %s; constants: %s"
                    .formatted(Formula.functions(), Formula.constants());

    /** Of the language; the first part of every model's version. */
    public static final String LANGUAGE_VERSION = Formula.VERSION;

    /** Every one is a class of its own, of up to 100 KB. */
    private static final int MAX_OUTPUTS = 100;

    /** As wide as a table gets that someone wrote by hand; each costs time at every point. */
    private static final int MAX_PARAMETERS = 1000;

    private final ModelDescription description;
    private final Evaluator[] formulas;

    /**
     * @param texts the formula of each output, in order; each may use the outputs before it
     * @throws InvalidOutput if a name cannot be an output, a formula is none, or it uses a name that it cannot
     * @throws IllegalArgumentException if there are no outputs, or too many outputs or parameters
     */
    public FormulaModel(Map<String, String> texts) {
        if (texts.isEmpty() || texts.size() > MAX_OUTPUTS) {
            throw new IllegalArgumentException("%d formulas (expected: 1 to %d)".formatted(texts.size(), MAX_OUTPUTS));
        }
        Set<String> parameters = new LinkedHashSet<>();
        List<Formula> parsed = new ArrayList<>();
        Set<String> before = new HashSet<>();
        texts.forEach((output, text) -> {
            try {
                Formula formula = Formula.parse(text);
                requireUsable(output);
                formula.names().forEach((name, column) -> {
                    if (!before.contains(name)) {
                        requireParameter(name, column, texts.keySet());
                        parameters.add(name);
                    }
                });
                parsed.add(formula);
                before.add(output);
            } catch (IllegalArgumentException e) {
                throw new InvalidOutput(output, String.valueOf(e.getMessage()));
            }
        });
        if (parameters.size() > MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "%d parameters (expected: at most %d)".formatted(parameters.size(), MAX_PARAMETERS));
        }
        description = describe(texts, parameters);
        List<String> slots = new ArrayList<>(parameters);
        slots.addAll(texts.keySet());
        formulas = parsed.stream().map(formula -> formula.compile(slots)).toArray(Evaluator[]::new);
    }

    private static void requireUsable(String output) {
        Names.requireValid(output);
        if (Formula.isReserved(output)) {
            throw new IllegalArgumentException(
                    "'%s' is a word of the language (expected: another name)".formatted(output));
        }
    }

    private static void requireParameter(String name, int column, Set<String> outputs) {
        if (outputs.contains(name)) {
            throw new FormulaException(
                    column, "'%s' is not computed before".formatted(name), "a parameter, or an output further up");
        }
        try {
            Names.requireValid(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column %d: %s".formatted(column, e.getMessage()), e);
        }
    }

    private static ModelDescription describe(Map<String, String> texts, Set<String> parameters) {
        return new ModelDescription(
                NAME,
                LANGUAGE_VERSION + "-" + digest(texts),
                SUMMARY,
                LANGUAGE,
                parameters.stream()
                        .map(name -> Parameter.real(name, "", "of the formula"))
                        .toList(),
                texts.entrySet().stream()
                        .map(entry -> Output.real(entry.getKey(), "", entry.getValue()))
                        .toList());
    }

    /** 48 bits: two of a thousand formulas are the same once in half a billion services. */
    private static String digest(Map<String, String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(
                (output, text) -> all.append(output).append('=').append(text).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public Session open() {
        return new FormulaSession(description.parameters().size(), formulas);
    }
}
