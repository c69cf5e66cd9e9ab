package parsweep.sweep.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.builtin.BuiltinModels;
import parsweep.model.formula.FormulaModel;
import parsweep.sweep.worker.WorkerStatus.ModelVersion;

class ModelPresenceTest {
    private final ModelPresence presence = new ModelPresence(new ModelCatalogue(BuiltinModels.all()));

    private static ModelVersion version(Model model) {
        return new ModelVersion(model.description().name(), model.description().version());
    }

    @Test
    void everyFormulaIsEverywhere() {
        ModelVersion formula = version(new FormulaModel(Map.of("y", "a + b")));

        assertThat(presence.has(formula)).isTrue();
        assertThat(ModelPresence.isFormula(formula)).isTrue();
    }

    @Test
    void aModelIsHereInItsVersionOnly() {
        ModelVersion here = version(BuiltinModels.all().get(0));

        assertThat(presence.has(here)).isTrue();
        assertThat(presence.has(new ModelVersion(here.name(), here.version() + ".1")))
                .isFalse();
        assertThat(presence.all())
                .contains(here)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(List.copyOf(BuiltinModels.all()));
    }
}
