package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view for people who see, read and point in other ways, and on a phone. */
class AccessibilityTest extends WithBrowser {
    @ParameterizedTest
    @MethodSource("views")
    void everybodyCanUseIt(String view) {
        browser().setWidth(360);
        browser().follow(addressOf(view));
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
