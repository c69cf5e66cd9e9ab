package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** What GET /api/v1/system says, the same on every database. */
interface SystemContract {
    Service service();

    String databaseKind();

    private JsonNode system() {
        var response = service().get("/api/v1/system");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response);
    }

    @Test
    default void pointsAndBytesAreThoseOfTheSweepsThatRan() {
        JsonNode before = system();
        JsonNode sweep =
                service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 1000]}}}}");

        JsonNode after = system();

        assertThat(after.at("/points/done").longValue()
                        - before.at("/points/done").longValue())
                .isEqualTo(1000);
        assertThat(after.at("/database/resultBytes").longValue()
                        - before.at("/database/resultBytes").longValue())
                .isEqualTo(sweep.get("storedBytes").longValue());
    }

    @Test
    default void theDatabaseSaysWhatItIsAndHowLarge() {
        JsonNode database = system().get("database");

        assertThat(database.get("kind").stringValue()).isEqualTo(databaseKind());
        assertThat(database.get("bytes").longValue()).isPositive();
    }

    @Test
    default void workersAndLimitsAreThoseOfTheConfiguration() {
        JsonNode system = system();

        assertThat(system.at("/workers/total").intValue())
                .isEqualTo(system.get("processors").intValue());
        assertThat(system.at("/limits/points").longValue()).isEqualTo(1_000_000_000_000L);
        assertThat(system.get("limits")).allMatch(JsonNode::isIntegralNumber);
    }
}
