package parsweep.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import parsweep.export.ResultFormats;
import parsweep.export.Table;
import parsweep.model.ModelException;
import parsweep.sweep.SweepResults;
import parsweep.sweep.Sweeps;
import parsweep.web.WithH2;

/** A sorted download, which looks for its rows first and reads them then, while a retry goes on. */
class SortedRetryTest extends WithH2 {
    @Autowired
    @SuppressWarnings("NullAway.Init") // by Spring
    private Sweeps sweeps;

    @AfterEach
    void tidyUp() {
        lab().setExperiment((x, point) -> {});
    }

    @Test
    void aRowThatWasChosenStaysWhateverARetryMakesOfIt() throws IOException {
        lab().setExperiment((x, point) -> {
            if (x % 2 == 1) {
                throw new ModelException("odd");
            }
        });
        long id = service().run("""
                {"model": "lab", "space": {"grid": {"x": [0, 1, 2, 3]}}}""").get("id").longValue();
        SweepResults results = sweeps.results(id);
        ResultQuery query =
                new ResultQuery("index,status", "failed", null, null, null, null, "-index", "10", null, null, null);
        Table table = ResultTables.of(
                results, Committed.of(results), ResultFormats.byExtension("csv").orElseThrow(), query);
        assertThat(rows(table)).containsExactly("3 error", "1 error");

        tidyUp();
        service().post("/api/v1/sweeps/" + id + "/retry", "application/json", "");
        service().await(id);

        assertThat(rows(table)).containsExactly("3 done", "1 done");
    }

    private static List<String> rows(Table table) throws IOException {
        List<String> rows = new ArrayList<>();
        table.read(new int[] {0, 1}, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                rows.add(batch.integer(0, row) + " " + batch.text(1, row));
            }
        });
        return rows;
    }
}
