package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views for people who see, read and point in other ways, and on a phone. */
class AccessibilityTest extends WithBrowser {
    @ParameterizedTest
    @CsvSource({
        "#/sweeps, light",
        "#/sweeps, dark",
        "#/new?model=wormlike-chain, light",
        "#/new?model=wormlike-chain, dark",
        "#/models, light",
        "#/models/wormlike-chain, dark",
        "#/system, light",
        "#/system, dark",
        "#/sweeps/PLANE, light",
        "#/sweeps/PLANE, dark",
        "#/sweeps/PLANE?tab=failures, light",
        "#/sweeps/PLANE?tab=results, dark",
        "#/sweeps/PLANE?tab=definition, light",
        "#/nothing, dark"
    })
    void everybodyCanUseIt(String view, String colours) {
        browser().setColours(colours);
        browser().open(view.replace("PLANE", String.valueOf(plane())));

        assertThat(browser().barriers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "#/sweeps",
        "#/new?model=wormlike-chain",
        "#/models",
        "#/models/wormlike-chain",
        "#/system",
        "#/sweeps/PLANE",
        "#/sweeps/PLANE?tab=failures",
        "#/sweeps/PLANE?tab=results",
        "#/sweeps/PLANE?tab=definition"
    })
    void aPhoneNeedsNoScrollingSideways(String view) {
        browser().setWidth(360);
        browser().open(view.replace("PLANE", String.valueOf(plane())));

        assertThat(browser().run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
    }
}
