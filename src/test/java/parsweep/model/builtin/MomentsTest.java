package parsweep.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void meanAndStandardErrorOfSmallNumbersOnALargeOne() {
        Moments moments = new Moments();

        for (double value : new double[] {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}) {
            moments.add(value);
        }

        // Mean 10 and variance 30 above 1e9.
        assertThat(moments.mean()).isEqualTo(1e9 + 10);
        assertThat(moments.standardError()).isCloseTo(Math.sqrt(30.0 / 4), withinPercentage(1e-10));
    }

    @Test
    void oneValueHasNoStandardErrorAndNoneHasNoMean() {
        Moments moments = new Moments();
        assertThat(moments.mean()).isNaN();

        moments.add(3);

        assertThat(moments.mean()).isEqualTo(3);
        assertThat(moments.standardError()).isNaN();
    }
}
