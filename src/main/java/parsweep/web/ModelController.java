package parsweep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parsweep.model.ModelCatalogue;
import parsweep.model.directory.ModelDirectory;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;

@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "What can be swept")
class ModelController {
    private final ModelCatalogue models;
    private final ModelDirectory directory;

    ModelController(ModelCatalogue models, ModelDirectory directory) {
        this.models = models;
        this.directory = directory;
    }

    @GetMapping
    @Operation(
            summary = "All models, with their parameters and outputs",
            description = "What was found but cannot be used is listed too, with its error and where it was found.")
    List<ModelResponse> list() {
        return Stream.of(
                        models.all().stream().map(model -> ModelResponse.of(model.description())),
                        Stream.of(ModelResponse.ofFormulas()),
                        models.broken().stream().map(ModelResponse::of))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(ModelResponse::name))
                .toList();
    }

    @PostMapping("/refresh")
    @Operation(
            summary = "Read the directory of models again",
            description = "To be called when programs were added, changed or removed. Changed files are a new version;"
                    + " sweeps of a version that is gone fail, and keep their results. Answers with all models.")
    List<ModelResponse> refresh() {
        directory.refresh();
        return list();
    }

    @GetMapping("/{name}")
    @Operation(summary = "One model: parameters with units, bounds and defaults; outputs")
    ModelResponse get(@PathVariable @Parameter(example = "wormlike-chain") String name) {
        return list().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SweepException(
                        Problem.NOT_FOUND,
                        "no model '%s' (expected: one of %s)"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                list().stream()
                                                        .map(ModelResponse::name)
                                                        .toList()))));
    }
}
