package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import parsweep.web.WithH2;

/** A service, and a browser for the tests of a class. After each the console has no error, and nobody else was asked for anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithBrowser extends WithH2 {
    private static final String PLANE = """
            {"name": "plane", "model": {"formula": {"z": "x + 100 * y", "w": "1 / (x - 3)"}},
             "space": {"grid": {"x": {"linspace": [0, 10, 11]}, "y": [1, 2, 3]}}}""";

    private static final String ISHIGAMI = """
            {"name": "Ishigami", "model": {"formula": {"y": "sin(a) + 7 * sin(b)^2 + 0.1 * c^4 * sin(a)"}},
             "space": {"sensitivity": {"method": "saltelli", "count": 256, "parameters": {
               "a": {"uniform": [-3.14, 3.14]}, "b": {"uniform": [-3.14, 3.14]}, "c": {"uniform": [-3.14, 3.14]}}}}}""";

    private Optional<Browser> started = Optional.empty();
    private Path downloads;
    private long plane;
    private long ishigami;

    @BeforeAll
    void startBrowser(@TempDir Path directory) {
        downloads = directory;
        started = Browser.start("http://127.0.0.1:" + port(), directory);
        assumeTrue(started.isPresent(), Browser.MISSING);
        plane = service().await(service().start(PLANE)).get("id").longValue();
        ishigami = service().run(ISHIGAMI).get("id").longValue();
    }

    @AfterAll
    void stopBrowser() {
        started.ifPresent(Browser::close);
    }

    @AfterEach
    void nothingWasWrong() {
        lab().setExperiment((x, point) -> {});
        browser().setColours("light");
        browser().setWidth(1440);
        assertThat(browser().errors()).isEmpty();
        assertThat(browser().requests())
                .allMatch(address ->
                        address.startsWith("http://127.0.0.1:" + port() + "/") || address.equals("about:blank"));
    }

    Browser browser() {
        return started.orElseThrow();
    }

    Path downloads() {
        return downloads;
    }

    /** A completed sweep of 33 points in a plane, three of which have failed. */
    long plane() {
        return plane;
    }

    /** Every view there is, in which PLANE and ISHIGAMI stand for the numbers of sweeps. */
    static Stream<String> views() {
        return Stream.of(
                "#/sweeps",
                "#/sweeps?q=nothing+like+it",
                "#/new?model=wormlike-chain",
                "#/new?model=formula",
                "#/models",
                "#/models/wormlike-chain",
                "#/system",
                "#/sweeps/PLANE",
                "#/sweeps/PLANE?plot=lines",
                "#/sweeps/PLANE?plot=scatter",
                "#/sweeps/PLANE?plot=histogram",
                "#/sweeps/PLANE?plot=parallel",
                "#/sweeps/ISHIGAMI?plot=sensitivity",
                "#/sweeps/PLANE?tab=failures",
                "#/sweeps/PLANE?tab=timing",
                "#/sweeps/PLANE?tab=results",
                "#/sweeps/PLANE?tab=definition",
                "#/sweeps/PLANE?tab=compare",
                "#/sweeps/PLANE?tab=compare&with=ISHIGAMI",
                "#/nothing");
    }

    String addressOf(String view) {
        return view.replace("PLANE", Long.toString(plane)).replace("ISHIGAMI", Long.toString(ishigami));
    }
}
