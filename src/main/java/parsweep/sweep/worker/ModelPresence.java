package parsweep.sweep.worker;

import java.util.List;
import parsweep.model.ModelCatalogue;
import parsweep.model.formula.FormulaModel;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;

/** Which models this process can compute. Thread-safe; the answer may be another one the next time. */
public final class ModelPresence {
    private final ModelCatalogue models;

    public ModelPresence(ModelCatalogue models) {
        this.models = models;
    }

    /** In the order of their names; formulas, which travel in the sweep, left out. */
    public List<ModelVersion> all() {
        return models.names().stream()
                .flatMap(name -> models.versions(name).stream())
                .map(model -> new ModelVersion(
                        model.description().name(), model.description().version()))
                .toList();
    }

    /** Whether a model is here in just that version. */
    public boolean has(ModelVersion model) {
        return isFormula(model) || models.find(model.name(), model.version()).isPresent();
    }

    /** Whether every worker of this version of the service has a model, without a word. */
    public static boolean isFormula(ModelVersion model) {
        return model.name().equals(FormulaModel.NAME)
                && model.version().startsWith(FormulaModel.LANGUAGE_VERSION + "-"); // then their digest
    }
}
