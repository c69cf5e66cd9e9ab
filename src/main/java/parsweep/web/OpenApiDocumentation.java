package parsweep.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says about the service as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocumentation {
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Parsweep")
                        .version(properties == null ? "0" : properties.getVersion())
                        .description(
                                "Parameter sweeps as a service: POST a model and a space of its parameters, watch the"
                                        + " points run on every core, download the results in order."));
    }

    /** Every operation may answer with a problem; springdoc knows only what the methods return. */
    @Bean
    OpenApiCustomizer problems() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            Content content = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
            document.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation
                                    .getResponses()
                                    .addApiResponse(
                                            "default",
                                            new ApiResponse()
                                                    .description("A problem (RFC 9457)")
                                                    .content(content))));
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:parsweep:problem:invalid-definition"))
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new Schema<Integer>().type("integer").example(400))
                .addProperty(
                        "detail", new StringSchema().description("what is wrong, with the value and what was expected"))
                .addProperty(
                        "path",
                        new StringSchema()
                                .description("of the fault in a definition")
                                .example("space.grid.x[2]"))
                .addProperty("value", new StringSchema().description("of a definition that is at fault"))
                .addProperty("expected", new StringSchema().description("instead of that value"));
    }
}
