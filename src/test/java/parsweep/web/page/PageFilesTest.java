package parsweep.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.web.WithH2;

/** How the files of the page are served. */
class PageFilesTest extends WithH2 {
    private HttpResponse<String> get(String path, String... headers) {
        var request = service().request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return service().send(request.build());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void theBareAddressIsThePage() {
        HttpResponse<String> response = get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<title>Parsweep</title>");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/main.js", "/swagger-ui/index.html", "/api/v1/sweeps", "/no/such/page"})
    void onlyOurOwnScriptsMayRun(String path) {
        String policy = header(get(path), "Content-Security-Policy");

        assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(policy).doesNotContainPattern("script-src[^;]*(unsafe|http|\\*|data:)");
    }

    @Test
    void thePageMakesNoHtmlOfStrings() {
        assertThat(header(get("/"), "Content-Security-Policy"))
                .contains("style-src 'self';")
                .contains("require-trusted-types-for 'script'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/main.js", "/page/css/base.css", "/vendor/echarts.esm.min.js"})
    void whoHasAFileIsNotSentItAgain(String path) {
        HttpResponse<String> first = get(path);
        HttpResponse<String> again = get(path, "If-None-Match", header(first, "ETag"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void scriptsAreCompressedForThoseWhoLikeThat() {
        HttpResponse<String> response = get("/vendor/echarts.esm.min.js", "Accept-Encoding", "gzip");

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    }
}
