package parsweep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parsweep.sweep.upload.Uploads;
import parsweep.sweep.upload.Uploads.Upload;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(UploadController.MODELS)
@Tag(name = "Models", description = "What can be swept")
class UploadController {
    static final String MODELS = "/api/v1/models";

    private static final String MANIFEST = "manifest";
    private static final String MODULE = "module";

    /** What an upload is made of. */
    static final String EXPECTED = "two parts, %s and %s; with curl: -F manifest=@model.yaml -F module=@model.wasm"
            .formatted(MANIFEST, MODULE);

    private final Uploads uploads;
    private final DefinitionBody body;

    UploadController(Uploads uploads, DefinitionBody body) {
        this.uploads = uploads;
        this.body = body;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a model: a WebAssembly module and its manifest",
            description = "The version of the model is a digest of both, so that the same upload is the same model. The"
                    + " module is compiled and started before the answer; what cannot be used is a 422 that says why,"
                    + " and 501 says that this JVM computes WebAssembly wrongly.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = MANIFEST,
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description =
                                                                                "name, parameters and outputs, as YAML or JSON",
                                                                        example =
                                                                                "{name: my-model, parameters: {x: real}, outputs: {y: real}}")),
                                                @SchemaProperty(
                                                        name = MODULE,
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        format = "binary",
                                                                        description = "a WebAssembly module"))
                                            },
                                            encoding = @Encoding(name = MODULE, contentType = "application/wasm"))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Kept; the header Location is the model's address",
                        content = @Content(schema = @Schema(implementation = ModelResponse.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "It was there already",
                        content = @Content(schema = @Schema(implementation = ModelResponse.class)))
            })
    ResponseEntity<ModelResponse> upload(HttpServletRequest request)
            throws IOException, ServletException, InterruptedException {
        for (Part part : request.getParts()) {
            if (!List.of(MANIFEST, MODULE).contains(part.getName())) {
                throw new BadRequest(400, "multipart", "part '%s' (expected: %s)".formatted(part.getName(), EXPECTED));
            }
        }
        Part manifestPart = part(request, MANIFEST);
        byte[] module = bytes(part(request, MODULE));
        JsonNode manifest = body.read(bytes(manifestPart), manifestPart.getContentType());
        Upload upload = uploads.upload(manifest, module);
        URI address = URI.create("%s/%s".formatted(MODELS, upload.model().name()));
        return (upload.created() ? ResponseEntity.created(address) : ResponseEntity.ok())
                .body(ModelResponse.of(upload.model()));
    }

    private static Part part(HttpServletRequest request, String name) throws IOException, ServletException {
        List<Part> parts = request.getParts().stream()
                .filter(part -> part.getName().equals(name))
                .toList();
        if (parts.size() != 1) {
            throw new BadRequest(
                    400,
                    "multipart",
                    "%s: %d parts of that name (expected: %s)".formatted(name, parts.size(), EXPECTED));
        }
        return parts.get(0);
    }

    private static byte[] bytes(Part part) throws IOException {
        try (InputStream bytes = part.getInputStream()) {
            return bytes.readAllBytes();
        }
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete an uploaded model",
            description = "All its versions, or one. 409 if a sweep that is not over needs it, or the model was not"
                    + " uploaded. Results stay readable.")
    void delete(
            @PathVariable @Parameter(example = "my-model") String name,
            @RequestParam(required = false) @Nullable String version) {
        uploads.delete(name, version);
    }
}
