package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelCatalogue.Supply;
import parsweep.model.ModelDescription;
import parsweep.model.Output;
import parsweep.model.Parameter;
import parsweep.model.Session;

/** A worker among those that may come. */
class PostgresWorkersTest extends WithPostgres implements WorkersContract {
    @Autowired
    private ModelCatalogue catalogue;

    private record Rare(String version) implements Model {
        @Override
        public ModelDescription description() {
            return new ModelDescription(
                    "rare", version, "", "", List.of(Parameter.real("x", "", "")), List.of(Output.real("y", "", "")));
        }

        @Override
        public Session open() {
            return (point, outputs) -> {
                Thread.sleep(20);
                outputs.real(0, 2 * point.real(0));
            };
        }
    }

    private void supply(Model... models) {
        catalogue.replace("test", new Supply(List.of(models), List.of()));
    }

    @Test
    void aSweepWhoseModelNobodyHasSaysSoAndGoesOnWhenSomebodyHas() {
        supply(new Rare("1"));
        long id = service().start("{\"model\": \"rare\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 100]}}}}");
        supply(new Rare("2"));

        Awaitility.await()
                .until(
                        () -> service().status(id).path("waiting").stringValue(""),
                        "no worker has version '1' of model 'rare' (they have: '2')"::equals);
        assertThat(service()
                        .run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}")
                        .has("waiting"))
                .isFalse(); // others pass it by
        assertThat(service().status(id).get("state").stringValue()).isIn("QUEUED", "RUNNING");
        supply(new Rare("1"), new Rare("2"));
        assertThat(service().status(id).has("waiting")).isFalse();

        assertThat(service().await(id).at("/progress/done").longValue()).isEqualTo(100);
        supply();
    }
}
