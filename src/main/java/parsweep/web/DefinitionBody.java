package parsweep.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import parsweep.sweep.limit.SweepLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the body of a request as a tree, from JSON or YAML, within a limit of size. */
@Component
class DefinitionBody {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    // A name that stands twice is a typing error, of which Jackson by itself would keep the second.
    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final ObjectMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final DataSize limit;

    DefinitionBody(SweepLimits limits) {
        this.limit = limits.body();
    }

    JsonNode read(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        ObjectMapper mapper = mapper(request.getContentType());
        int max = (int) limit.toBytes();
        if (request.getContentLengthLong() > max) {
            throw tooLarge(request.getContentLengthLong() + " bytes");
        }
        byte[] body = request.getInputStream().readNBytes(max + 1);
        if (body.length > max) {
            throw tooLarge("more bytes");
        }
        return parse(mapper, body);
    }

    /** Reads a part of a body: as JSON if its content type says so, else as YAML, of which JSON is a part. */
    JsonNode read(byte[] part, @Nullable String contentType) {
        boolean isJson =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
        return parse(isJson ? json : yaml, part);
    }

    private static JsonNode parse(ObjectMapper mapper, byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree.isMissingNode()) {
                throw new BadRequest(400, "malformed", "the body is empty (expected: a definition as JSON or YAML)");
            }
            return tree;
        } catch (JacksonException e) {
            throw new BadRequest(400, "malformed", MalformedBody.words(e));
        }
    }

    private ObjectMapper mapper(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        String type = contentType == null ? "nothing" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json") || type.contains("+json")) {
            return json;
        }
        if (type.contains("yaml")) {
            return yaml;
        }
        throw new HttpMediaTypeNotSupportedException(
                "Content-Type is %s (expected: application/json or application/yaml; with curl: %s)"
                        .formatted(type, "-H 'Content-Type: application/json'"),
                List.of(MediaType.APPLICATION_JSON, YAML));
    }

    private BadRequest tooLarge(String size) {
        return new BadRequest(
                413,
                "too-large",
                "the body has %s (expected: at most %s, which is %d bytes)"
                        .formatted(size, SweepLimits.setting("body", limit), limit.toBytes()));
    }
}
