package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.harness.Service;

/** What a request is told that does not get as far as a definition, over HTTP. */
class PlainWordsTest extends WithH2 {
    private static String detail(HttpResponse<String> response) {
        return Service.json(response).get("detail").stringValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\": NaN} ~ line 1, column 10: 'NaN' (expected: a finite number; JSON has no NaN and no infinities)",
                "{\"a\": -Infinity} ~ line 1, column 16: '-Infinity' (expected: a finite number; JSON has no NaN and no infinities)",
                "{ ~ line 1, column 2: the text ends (expected: })",
                "{\"a\": [1, 2 ~ line 1, column 12: the text ends (expected: ])",
                "{\"a\" ~ line 1, column 5: the text ends (expected: a name, :, a value, and })",
                "{\"a\": \"x ~ line 1, column 9: the text ends (expected: \")",
                "{\"a\": 1,} ~ line 1, column 9: '}' (expected: a name in \"\")",
                "{'a': 1} ~ line 1, column 2: ''' (expected: a name in \"\")",
                "{\"a\" 1} ~ line 1, column 6: '1' (expected: a colon to separate property name and value)",
                "[1,] ~ line 1, column 4: ']' (expected: a number, a text in double quotes,",
                "{\"a\": .5} ~ line 1, column 7: '.' (expected: a number, a text in double quotes,",
                "{\"a\": +1} ~ line 1, column 8: '+' (expected: a number without a plus sign)",
                "{\"a\": 5.} ~ line 1, column 9: '}' in a number: Decimal point not followed by a digit (expected:",
                "{\"a\": 01} ~ line 1, column 8: 0 before a digit (expected: a number without that 0)",
                "{\"a\": None} ~ line 1, column 7: 'None' (expected: a number, a text in double quotes,",
                "{\"a\": $1} ~ line 1, column 7: '$1' (expected: a number, a text in double quotes,",
                "{\"a\": 1 // x} ~ line 1, column 9: '/' (expected: no comment; YAML may have them)",
                "{\"a\": 1, \"a\": 2} ~ line 1, column 13: the name \"a\" twice (expected: once)",
                "{\"a\": 1] ~ line 1, column 8: ']' (expected: '}')",
                "} ~ line 1, column 1: '}' (expected: an object in {})",
            })
    void aTextThatIsNoJsonIsNamedByItsPlaceAndWhatWasExpected(String json, String expected) {
        HttpResponse<String> response = service().submit(json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Service.json(response).get("type").stringValue()).isEqualTo("urn:parsweep:problem:malformed");
        assertThat(detail(response)).startsWith(expected);
    }

    @Test
    void whatIsTooDeepOrTooLongIsNamedWithTheBound() {
        assertThat(detail(service().submit("[".repeat(2000)))).isEqualTo("too deep (expected: at most 500 levels)");
        assertThat(detail(service().submit("[" + "1".repeat(2000) + "]")))
                .isEqualTo("a long number (expected: at most 1000 digits)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"\\q\"}", "{\"a\": \"x\ny\"}", "{\"a\": tru", "{\"a\": 1 # x", "\u0000", "[1 2]"})
    void noClassAndNoSettingOfALibraryIsNamed(String json) {
        assertThat(detail(service().submit(json))).doesNotContain("Feature", "Source", "Stream", "REDACTED", "`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "array ~ the parameter dims is missing (expected: parameters, or replicate, joined by commas, such as dims=x)",
                "density?x=x ~ the parameter y is missing (expected: a parameter or an output;",
                "compare ~ the parameter with is missing (expected: the other sweep, such as with=2)",
                "compare?with=2&tolerance=nan ~ tolerance=nan (expected: a number, such as 0.5 or 1e-9)",
                "summary?bins=1.5 ~ bins=1.5 (expected: a whole number)",
                "plots/histogram.svg ~ the parameter output is missing (expected: an output, such as output=y)",
            })
    void aParameterThatIsMissingOrNoNumberIsNamedWithWhatItMayBe(String question, String expected) {
        HttpResponse<String> response = service().get("/api/v1/sweeps/1/" + question);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(Service.json(response).get("type").stringValue())
                .isEqualTo("urn:parsweep:problem:invalid-parameter");
        assertThat(detail(response)).startsWith(expected);
    }

    @Test
    void anUploadThatIsNoFormIsToldOfTheForm() {
        assertThat(detail(service().post("/api/v1/models", "application/json", "{}")))
                .isEqualTo("Content-Type is application/json (expected: multipart/form-data, two parts, manifest and"
                        + " module; with curl: -F manifest=@model.yaml -F module=@model.wasm)");
    }

    @Test
    void anAddressThatIsNotThereIsToldOfThoseThatAre() {
        HttpResponse<String> response = service().get("/api/v1/sweep");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Service.json(response).get("type").stringValue()).isEqualTo("urn:parsweep:problem:not-found");
        assertThat(detail(response))
                .isEqualTo("nothing answers to GET /api/v1/sweep"
                        + " (expected: one of the addresses that /swagger-ui.html shows)");
    }

    @Test
    void aMethodThatAnAddressDoesNotHaveIsToldOfThoseThatItHas() {
        HttpResponse<String> response = service()
                .send(service()
                        .request("/api/v1/sweeps/1/cancel")
                        .method("PUT", BodyPublishers.noBody())
                        .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(detail(response)).isEqualTo("PUT (expected: POST)");
    }
}
