package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** Sweeps whose time is over, whatever the database; it is looked for often here. */
interface RetentionContract {
    Service service();

    @Test
    default void aSweepIsDeletedWhenItsRetentionIsOver() {
        JsonNode kept = service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}}");
        JsonNode month = service()
                .run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}, \"retention\": \"30d\"}");
        JsonNode second =
                service().run("{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2]}}, \"retention\": \"1s\"}");

        Awaitility.await("the end of the retention")
                .until(() -> service().get(self(second)).statusCode() == 404);

        assertThat(Instant.now())
                .isAfter(Instant.parse(second.at("/timing/expiresAt").stringValue()));
        assertThat(service().get(self(month)).statusCode()).isEqualTo(200);
        assertThat(service().get(self(kept)).statusCode()).isEqualTo(200);
        assertThat(kept.at("/timing").has("expiresAt")).isFalse();
    }

    private static String self(JsonNode status) {
        return status.at("/links/self").stringValue();
    }
}
