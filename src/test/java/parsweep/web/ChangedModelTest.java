package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import parsweep.harness.Service;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelCatalogue.Supply;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Session;
import tools.jackson.databind.JsonNode;

/** What becomes of sweeps when the code of their model changes, or goes. */
class ChangedModelTest extends WithH2 {
    private static final String SWEEP = "{\"model\": \"shifting\", \"space\": {\"grid\": {\"x\": [1, 2]}}}";

    @Autowired
    private ModelCatalogue catalogue;

    /** {@code y = x + shift}; fails at {@code x = 2} when there is no shift. */
    private record Shifting(int shift) implements Model {
        @Override
        public ModelDescription description() {
            return new ModelDescription(
                    "shifting",
                    "shift " + shift,
                    "",
                    "",
                    List.of(Parameter.real("x", "", "")),
                    List.of(Output.real("y", "nm", "").allowingNonFinite()));
        }

        @Override
        public Session open() {
            return (point, outputs) -> {
                if (shift == 0 && point.real(0) == 2) {
                    throw new IllegalStateException("not today");
                }
                outputs.real(0, point.real(0) + shift);
            };
        }
    }

    private void supply(Model... models) {
        catalogue.replace("test", new Supply(List.of(models), List.of()));
    }

    @AfterEach
    void tidyUp() {
        supply();
    }

    @Test
    void resultsAreReadWhenTheModelIsGone() {
        supply(new Shifting(10));
        long id = service().run(SWEEP).get("id").longValue();
        supply();

        assertThat(service().get("/api/v1/sweeps/" + id + "/results.csv").body().lines())
                .last()
                .asString()
                .startsWith("1,2.0,0,")
                .endsWith(",12.0");
        assertThat(service().get("/api/v1/sweeps/" + id + "/points/0").body()).contains("\"y\":11.0");
        assertThat(service().submit(SWEEP).statusCode()).isEqualTo(400);
    }

    @Test
    void aSweepIsNotContinuedByAnotherVersion() {
        supply(new Shifting(0));
        long id = service().run(SWEEP).get("id").longValue();
        supply(new Shifting(10));
        service().post("/api/v1/sweeps/" + id + "/retry", "application/json", "");
        JsonNode retried = service().await(id);

        assertThat(retried.get("state").stringValue()).isEqualTo("FAILED");
        assertThat(retried.get("message").stringValue())
                .contains("version 'shift 0' of model 'shifting', which is not here (expected: one of 'shift 10')");

        supply(new Shifting(0), new Shifting(10));
        service().post("/api/v1/sweeps/" + id + "/retry", "application/json", "");

        assertThat(service().await(id).get("state").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    void aDefinitionMayNameAnOlderVersion() {
        supply(new Shifting(1), new Shifting(2));
        Service service = service();
        String named = SWEEP.replace("\"shifting\"", "{\"name\": \"shifting\", \"version\": \"%s\"}");

        JsonNode older = service.run(named.formatted("shift 1"));
        JsonNode newest = service.run(SWEEP);

        assertThat(older.get("fingerprint")).isNotEqualTo(newest.get("fingerprint"));
        assertThat(older.get("modelVersion").stringValue()).isEqualTo("shift 1");
        assertThat(newest.get("modelVersion").stringValue()).isEqualTo("shift 2");
        assertThat(service.submit(named.formatted("shift 3")).body())
                .contains("model.version: version 'shift 3' of model 'shifting', which is not here"
                        + " (expected: one of 'shift 1', 'shift 2')");
    }
}
