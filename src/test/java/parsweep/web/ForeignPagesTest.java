package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser may send here on behalf of a page. */
class ForeignPagesTest extends WithH2 {
    /** What a form sends, which browsers do without asking the service first. */
    private static final String FORM =
            "--x\r\nContent-Disposition: form-data; name=\"manifest\"\r\n\r\nname: m\r\n--x--\r\n";

    @ParameterizedTest
    @CsvSource({
        "cross-site, POST, /api/v1/sweeps/1/cancel, 403",
        "cross-site, POST, /api/v1/models, 403",
        "cross-site, DELETE, /api/v1/sweeps/1000000, 403",
        "same-origin, DELETE, /api/v1/sweeps/1000000, 404",
        "cross-site, GET, /api/v1/models, 200"
    })
    void aPageOfAnotherSiteChangesNothing(String site, String method, String path, int status) {
        HttpResponse<String> response = service()
                .send(service()
                        .request(path)
                        .header("Sec-Fetch-Site", site)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .method(method, BodyPublishers.ofString(FORM))
                        .build());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(response.body()).contains("urn:parsweep:problem:foreign-page");
        }
    }
}
