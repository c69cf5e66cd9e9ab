package parsweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view for people who have no mouse. */
class KeyboardTest extends WithBrowser {
    /** More than any view has. */
    private static final int MOST = 150;

    /** Controls that can be seen; of radio buttons the one that is chosen, since arrows lead to the others. */
    private static final String CONTROLS = """
            const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
              .filter(one => !one.disabled && one.checkVisibility() && !(one.type === "radio" && !one.checked));
            window.reached = new Set();
            return controls.map(one => one.dataset.control = one.outerHTML.slice(0, 150));""";

    /** What has the focus, unless nothing has; and what is wrong with it. */
    private static final String FOCUS = """
            const one = document.activeElement;
            if (one === document.body || window.reached.has(one)) return null;
            window.reached.add(one);
            const shown = [one, one.closest("label")].some(each => each && getComputedStyle(each).outlineStyle !== "none"
              && parseFloat(getComputedStyle(each).outlineWidth) >= 1);
            const box = one.closest("label")?.getBoundingClientRect() ?? one.getBoundingClientRect();
            const inside = box.bottom > 0 && box.top < innerHeight;
            return { control: one.dataset.control ?? one.outerHTML.slice(0, 150), fault: shown ? (inside ? "" : "out of sight") : "no sign of the focus" };""";

    @ParameterizedTest
    @MethodSource("views")
    void tabLeadsToEveryControlAndShowsWhere(String view) {
        browser().open(addressOf(view));
        List<?> controls = (List<?>) browser().run(CONTROLS);

        List<String> reached = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            browser().tab();
            if (!(browser().run(FOCUS) instanceof Map<?, ?> focus)) {
                break;
            }
            String control = String.valueOf(focus.get("control"));
            reached.add(control);
            if (!focus.get("fault").equals("")) {
                faults.add(focus.get("fault") + ": " + control);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(reached).containsAll(controls.stream().map(String::valueOf).toList());
    }
}
