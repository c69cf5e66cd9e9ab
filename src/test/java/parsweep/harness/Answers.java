package parsweep.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;

/** Questions to a sweep, over HTTP. */
public final class Answers {
    private final Service service;
    private final long sweep;

    public Answers(Service service, long sweep) {
        this.service = service;
        this.sweep = sweep;
    }

    /** Runs a sweep, to ask about it. */
    public static Answers to(Service service, String definition) {
        return new Answers(service, service.run(definition).get("id").longValue());
    }

    public long sweep() {
        return sweep;
    }

    /** The answer to a question such as {@code array}, with parameters as names and values by turns. */
    public JsonNode get(String question, String... parameters) {
        HttpResponse<String> response = ask(question, parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response);
    }

    /** The detail of the problem that a question ends in. */
    public String problem(int status, String question, String... parameters) {
        HttpResponse<String> response = ask(question, parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Service.json(response).get("detail").stringValue();
    }

    private HttpResponse<String> ask(String question, String... parameters) {
        StringBuilder path = new StringBuilder("/api/v1/sweeps/%d/%s".formatted(sweep, question));
        for (int i = 0; i < parameters.length; i += 2) {
            path.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return service.get(path.toString());
    }

    /** A JSON array of numbers, null as NaN. */
    public static double[] numbers(JsonNode array) {
        return array.valueStream()
                .flatMapToDouble(value -> DoubleStream.of(value.isNull() ? Double.NaN : value.doubleValue()))
                .toArray();
    }
}
