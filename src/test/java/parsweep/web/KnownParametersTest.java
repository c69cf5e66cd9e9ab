package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parsweep.harness.Service;
import tools.jackson.databind.JsonNode;

/** Misspelt parameters, over HTTP. */
class KnownParametersTest extends WithH2 {
    private static final String SQUARES = "{\"model\": \"square\", \"space\": {\"grid\": {\"x\": [1, 2, 3]}}}";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** A request to each method that is mapped below /api/v1, with a parameter that none has. */
    private List<HttpRequest> misspelt() {
        List<HttpRequest> requests = new ArrayList<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            String required = mapping.getParamsCondition().getExpressions().stream()
                    .filter(condition -> !condition.isNegated())
                    .map(condition -> condition.getName() + "=1s&")
                    .collect(Collectors.joining());
            String contentType =
                    mapping.getConsumesCondition().isEmpty() ? "application/json" : "multipart/form-data; boundary=x";
            for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/v1")) {
                        String path = pattern.replace("{format}", "csv").replaceAll("\\{\\w+}", "1");
                        requests.add(service()
                                .request(path + "?" + required + "misspelt=1")
                                .header("Content-Type", contentType)
                                .method(method.name(), BodyPublishers.ofString("--x--\r\n"))
                                .build());
                    }
                }
            }
        }
        return requests;
    }

    @Test
    void everyEndpointRefusesWhatItDoesNotKnow() {
        List<HttpRequest> requests = misspelt();

        assertThat(requests).hasSizeGreaterThan(40);
        assertThat(requests).allSatisfy(request -> {
            HttpResponse<String> response = service().send(request);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problem = Service.json(response);
            assertThat(problem.get("type").stringValue()).isEqualTo("urn:parsweep:problem:invalid-parameter");
            assertThat(problem.get("detail").stringValue()).startsWith("misspelt=1 (expected: ");
        });
    }

    @Test
    void whatIsDocumentedIsKnown() {
        JsonNode paths = Service.json(service().get("/v3/api-docs")).get("paths");

        int checked = 0;
        for (String path : paths.propertyNames()) {
            for (JsonNode parameter : paths.get(path).path("get").path("parameters")) {
                if (parameter.get("in").stringValue().equals("query")) {
                    String address = path.replace("{format}", "csv").replaceAll("\\{\\w+}", "1") + "?misspelt=1";
                    String name = parameter.get("name").stringValue();
                    assertThat(Service.json(service().get(address))
                                    .get("detail")
                                    .stringValue())
                            .as(path)
                            .containsPattern("parameters .*\\b" + name + "\\b");
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=x | sort=x | one of the parameters state, model, q, page, size",
                "page=0&page=1 | page=0 and 1 | one value",
                "page= | page= | a whole number",
                "page | page= | a whole number",
                "state= | state= | one of [QUEUED,",
                "%C3%BC=%26 | ü=& | one of the parameters state",
                "=1 | =1 | one of the parameters state",
            })
    void whatIsWrongIsNamedWithWhatIsKnown(String query, String value, String expected) {
        HttpResponse<String> response = service().get("/api/v1/sweeps?" + query);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(Service.json(response).get("detail").stringValue()).contains(value, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryrun=true", "dryRun=", "dryRun", "dryRun=maybe", "dryRun=false&dryRun=true"})
    void aSlipInDryRunSubmitsNothing(String query) {
        long before = Service.json(service().get("/api/v1/sweeps")).get("total").longValue();

        HttpResponse<String> response = service().post("/api/v1/sweeps?" + query, "application/json", SQUARES);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("dryRun");
        assertThat(Service.json(service().get("/api/v1/sweeps")).get("total").longValue())
                .isEqualTo(before);
    }

    @Test
    void aListMayStandInSeveralParameters() {
        long id = service().run(SQUARES).get("id").longValue();

        HttpResponse<String> response =
                service().post("/api/v1/sweeps/" + id + "/retry?kind=error&kind=timeout", "application/json", "");

        assertThat(response.body()).doesNotContain("invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?any=1", "/swagger-ui/index.html?any=1", "/v3/api-docs?any=1", "/actuator/health?any=1"})
    void whatIsNotOfTheApiIsLeftAlone(String path) {
        assertThat(service().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyTextIsAText() {
        assertThat(service().get("/api/v1/sweeps?q=&model=").statusCode()).isEqualTo(200);
    }
}
