package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;

class ResultFormatsTest {
    static List<ResultFormat> formats() {
        return ResultFormats.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatIsFoundByItsExtension(ResultFormat format) {
        assertThat(ResultFormats.byExtension(format.extension())).containsSame(format);
    }

    @Test
    void noFormatIsFoundByAnythingElse() {
        assertThat(List.of("", "CSV", ".csv", "xls"))
                .allSatisfy(extension ->
                        assertThat(ResultFormats.byExtension(extension)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theMediaTypeIsOne(ResultFormat format) {
        assertThat(MediaType.parseMediaType(format.mediaType()).isConcrete()).isTrue();
    }

    @Test
    void noTwoFormatsShareAMediaType() {
        assertThat(formats()).extracting(ResultFormat::mediaType).doesNotHaveDuplicates();
    }
}
