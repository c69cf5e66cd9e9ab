package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** What people read off the page is what the service has. */
class ReadingTest extends WithBrowser {
    @Test
    void sensitivityIsThatOfTheFunction() {
        long id = service().run("""
                {"name": "Ishigami", "model": {"formula": {"y": "sin(a) + 7 * sin(b)^2 + 0.1 * c^4 * sin(a)"}},
                 "space": {"sensitivity": {"method": "saltelli", "count": 1024, "parameters": {
                   "a": {"uniform": [-3.141592653589793, 3.141592653589793]},
                   "b": {"uniform": [-3.141592653589793, 3.141592653589793]},
                   "c": {"uniform": [-3.141592653589793, 3.141592653589793]}}}}}""").get("id").longValue();
        browser().open("#/sweeps/%d?plot=sensitivity".formatted(id));
        browser().press("As a table");

        List<String> b = row("details", "b"); // its name, then index and interval: first order, total
        // Saltelli et al. (2008): 0.4424 in both; the intervals at 1024 blocks are some 0.05 wide to each side.
        assertThat(Double.parseDouble(b.get(1))).isCloseTo(0.4424, within(0.05));
        assertThat(Double.parseDouble(b.get(4))).isCloseTo(0.4424, within(0.05));
        assertThat(browser().one(".plot-note").getText())
                .contains("Saltelli's blocks")
                .contains("8,192 points");
    }

    @Test
    void aComparisonSaysWhereAndByHowMuch() {
        String definition = "{\"name\": \"%s\", \"model\": {\"formula\": {\"y\": \"%s\"}},"
                + " \"space\": {\"grid\": {\"x\": {\"arange\": [0, 100]}}}}";
        long id =
                service().run(definition.formatted("smooth", "2 * x")).get("id").longValue();
        long other = service()
                .run(definition.formatted("with a step", "x == 7 ? 2 * x + 2 : 2 * x"))
                .get("id")
                .longValue();
        browser().open("#/sweeps/%d?tab=compare".formatted(id));
        browser().choose("main .field select", String.valueOf(other));

        assertThat(row("[aria-label^=Output]", "y")).containsExactly("y", "1", "2", "14", "16", "13%", "x = 7");
        assertThat(browser().one(".note.wait").getText())
                .contains("Not the same")
                .contains("with a step");
    }

    @Test
    void anUploadedModelIsSwept() {
        Path directory = Path.of("http-examples", "webassembly").toAbsolutePath();
        browser().open("#/models");
        browser()
                .one("input[name=manifest]")
                .sendKeys(directory.resolve("pendulum.yaml").toString());
        browser()
                .one("input[name=module]")
                .sendKeys(directory.resolve("pendulum.wasm").toString());
        browser().press("Upload");
        browser().awaitText(".card h2", "pendulum");

        browser().one("[aria-label='Sweep pendulum']").click();
        browser().awaitText(".estimate", "points");
        browser().press("Submit");
        browser().awaitText(".state", "Completed");
        browser().press("Results");

        List<String> first = row("[aria-label=Rows]", "0");
        List<String> names = browser().all("[aria-label=Rows] th").stream()
                .map(WebElement::getText)
                .toList();
        double amplitude = point(shownSweep(), 0).at("/outputs/amplitude").doubleValue();
        assertThat(Double.parseDouble(first.get(names.indexOf("amplitude")))).isCloseTo(amplitude, within(1e-5));
        assertThat(first.get(names.indexOf("angle"))).endsWith("… 1,000 values]");
        service().deleteUploads();
    }

    @Test
    void aTooltipStaysWhilePointsArrive() {
        Semaphore points = new Semaphore(0);
        lab().setExperiment((x, point) -> points.acquire());
        try {
            long id = service()
                    .start(
                            "{\"name\": \"slow\", \"model\": \"lab\", \"space\": {\"grid\": {\"x\": {\"arange\": [0, 5000]}}}}");
            browser().open("#/sweeps/" + id);
            awaitWhile(points, "the tooltip", () -> {
                browser().hover(browser().one("h1")); // a mouse that stands still says nothing
                browser().hover(browser().one(".plot canvas"));
                return tip().startsWith("x");
            });
            String before = note();

            awaitWhile(points, "another drawing", () -> !note().equals(before));
            browser().runLater("setTimeout(() => done(true))"); // a tooltip is put back after the drawing

            assertThat(tip()).startsWith("x");
        } finally {
            points.release(5000);
        }
    }

    /** A further point is let through at every look. */
    private void awaitWhile(Semaphore points, String what, Callable<Boolean> condition) {
        browser().await(what, () -> {
            points.release();
            return condition.call();
        });
    }

    private String note() {
        return browser().one(".plot-note").getText();
    }

    private String tip() {
        return browser().all(".tip").stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .findFirst()
                .orElse("");
    }

    @Test
    void everyElementOfAnArrayCounts() {
        long id = service().run("""
                {"name": "arrays", "model": "linear-series", "fixed": {"n": 4, "param2": 0}, "space": {"grid": {"param1": [1, 10]}}}""").get("id").longValue();
        browser().open("#/sweeps/%d?plot=histogram".formatted(id));

        browser().awaitText(".plot-note", "8 values; mean 8.25");
        browser().choose("main .field:nth-child(2) select", "last");
        browser().awaitText(".plot-note", "2 values; mean 16.5");
    }

    @Test
    void aPointThatIsRunAgainIsTheSameOne() {
        browser().open("#/sweeps/" + plane() + "?tab=failures");
        browser().press("The first of them, with their parameters");
        browser().press("Run this point again");
        browser().awaitText(".help", "The condition leaves 1 point");
        browser().press("Submit");
        browser().awaitText(".state", "Completed");

        long id = shownSweep();
        JsonNode failures = Service.json(service().get("/api/v1/sweeps/" + id + "/failures"));
        long index = failures.at("/groups/0/firstIndices/0").longValue();
        assertThat(service().status(id).at("/progress/failed").longValue()).isEqualTo(1);
        assertThat(point(id, index).get("parameters"))
                .isEqualTo(point(plane(), index).get("parameters"));
        assertThat(point(id, index).get("seed")).isEqualTo(point(plane(), index).get("seed"));
    }

    private long shownSweep() {
        return Long.parseLong(browser().address().replaceAll(".*/sweeps/(\\d+).*", "$1"));
    }

    private JsonNode point(long sweep, long index) {
        return Service.json(service().get("/api/v1/sweeps/%d/points/%d".formatted(sweep, index)));
    }

    /** The cells of the row of a table that begins with a text. */
    private List<String> row(String around, String first) {
        String cells = around + " tbody td:first-child";
        browser()
                .await(
                        "the row " + first,
                        () -> browser().all(cells).stream()
                                .anyMatch(cell -> cell.getText().equals(first)));
        return browser().all("%s tbody tr".formatted(around)).stream()
                .map(row -> row.findElements(By.tagName("td")).stream()
                        .map(WebElement::getText)
                        .toList())
                .filter(texts -> texts.get(0).equals(first))
                .findFirst()
                .orElseThrow();
    }
}
