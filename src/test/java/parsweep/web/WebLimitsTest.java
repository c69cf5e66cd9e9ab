package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebLimitsTest {
    @ParameterizedTest(name = "{0} MB of heap: {1} downloads")
    @CsvSource({"16, 1", "256, 8", "512, 16", "1024, 32", "30000, 32"})
    void asManyDownloadsAsTheHeapHasRoomFor(long heapMegabytes, int downloads) {
        assertThat(WebLimits.downloadsIn(heapMegabytes << 20)).isEqualTo(downloads);
    }

    @Test
    void whoSaysHowManyGetsThem() {
        assertThat(new WebLimits(500, 100, 4, 2).downloads()).isEqualTo(100);
        assertThat(new WebLimits(500, 0, 4, 2).downloads()).isBetween(1, 32);
        assertThatThrownBy(() -> new WebLimits(500, -1, 4, 2)).hasMessageContaining("downloads=-1");
    }
}
