package parsweep.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parsweep.model.Interval;
import parsweep.model.ModelCatalogue.Broken;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.formula.FormulaModel;
import parsweep.space.ValueType;

/**
 * A model as JSON.
 *
 * @param origin of a model that cannot be used: where it was found
 * @param error why it cannot be used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelResponse(
        String name,
        String version,
        String summary,
        String source,
        List<ParameterResponse> parameters,
        List<OutputResponse> outputs,
        @Nullable String origin,
        @Nullable String error) {

    static ModelResponse of(ModelDescription model) {
        return new ModelResponse(
                model.name(),
                model.version(),
                model.summary(),
                model.source(),
                model.parameters().stream().map(ParameterResponse::of).toList(),
                model.outputs().stream().map(OutputResponse::of).toList(),
                null,
                null);
    }

    /** A model that was found but cannot be used. */
    static ModelResponse of(Broken broken) {
        return new ModelResponse(broken.name(), "", "", "", List.of(), List.of(), broken.origin(), broken.error());
    }

    /** The model whose parameters and outputs stand in each sweep. */
    static ModelResponse ofFormulas() {
        return new ModelResponse(
                FormulaModel.NAME,
                FormulaModel.LANGUAGE_VERSION,
                FormulaModel.SUMMARY,
                FormulaModel.LANGUAGE,
                List.of(),
                List.of(),
                null,
                null);
    }

    /** A parameter; without a default it must be given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParameterResponse(
            String name,
            String type,
            String unit,
            String description,
            @Nullable Object defaultValue,
            @Nullable String bounds,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable List<String> choices) {
        static ParameterResponse of(Parameter parameter) {
            Interval bounds = parameter.bounds();
            return new ParameterResponse(
                    parameter.name(),
                    word(parameter.type()),
                    parameter.unit(),
                    parameter.description(),
                    parameter.defaultValue(),
                    parameter.type().isNumber() ? bounds.toString() : null,
                    Double.isFinite(bounds.min()) ? bounds.min() : null,
                    Double.isFinite(bounds.max()) ? bounds.max() : null,
                    parameter.choices().isEmpty() ? null : parameter.choices());
        }
    }

    /**
     * An output.
     *
     * @param length of an array: the parameter that gives it, or {@code varying}; null for a single value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutputResponse(
            String name,
            String type,
            String unit,
            String description,
            @Nullable String length) {
        static OutputResponse of(Output output) {
            String parameter = output.shape().lengthParameter();
            return new OutputResponse(
                    output.name(),
                    output.shape().isArray() ? "array" : word(output.type()),
                    output.unit(),
                    output.description(),
                    output.shape().isArray() ? (parameter == null ? "varying" : parameter) : null);
        }
    }

    private static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
