package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view for people who see, read and point in other ways, and on a phone. */
class AccessibilityTest extends WithBrowser {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/sweeps",
                "#/new?model=wormlike-chain",
                "#/models",
                "#/models/wormlike-chain",
                "#/system",
                "#/sweeps/PLANE",
                "#/sweeps/PLANE?tab=failures",
                "#/sweeps/PLANE?tab=timing",
                "#/sweeps/PLANE?tab=results",
                "#/sweeps/PLANE?tab=definition",
                "#/sweeps/PLANE?tab=compare",
                "#/nothing"
            })
    void everybodyCanUseIt(String view) {
        browser().setWidth(360);
        browser().open(view.replace("PLANE", String.valueOf(plane())));
        Object sideways =
                browser().run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        browser().setWidth(1440);
        browser().setColours("dark");

        assertThat(sideways).as("pixels to scroll sideways on a phone").isEqualTo(0L);
        assertThat(browser().barriers("color-contrast")).as("dark").isEmpty();
        browser().setColours("light");
        assertThat(browser().barriers()).as("light").isEmpty();
    }
}
