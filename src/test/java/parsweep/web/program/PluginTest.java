package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A jar with a model, compiled as its author would, over HTTP. */
class PluginTest extends WithPrograms {
    private static final String SOURCE = """
            package somebody;

            import java.util.List;
            import parsweep.model.*;

            public final class Doubling implements Model {
                public ModelDescription description() {
                    return new ModelDescription("doubling", "1", "2 x", "an example",
                            List.of(Parameter.real("x", "", "")), List.of(Output.real("y", "", "")));
                }

                public Session open() {
                    return (point, outputs) -> outputs.real(0, 2 * point.real(0) + point.random().nextInt(1));
                }
            }
            """;

    @TempDir
    private Path build;

    private Path jar() {
        return models().resolve("somebody.jar");
    }

    @AfterEach
    void removeJar() throws IOException {
        Files.deleteIfExists(jar());
        refresh();
    }

    private void compile(String source, String service) throws IOException {
        Path file = Files.createDirectories(build.resolve("somebody")).resolve("Doubling.java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classes = build.resolve("classes").toString();
        int result = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes,
                file.toString());
        assertThat(result).isZero();
        Path moved = build.resolve("somebody.jar");
        try (OutputStream bytes = Files.newOutputStream(moved);
                JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> compiled = Files.list(build.resolve("classes/somebody"))) {
            jar.putNextEntry(new JarEntry("META-INF/services/parsweep.model.Model"));
            jar.write(service.getBytes(StandardCharsets.UTF_8));
            for (Path type : compiled.toList()) {
                jar.putNextEntry(new JarEntry("somebody/" + type.getFileName()));
                jar.write(Files.readAllBytes(type));
            }
        }
        Files.move(moved, jar(), StandardCopyOption.REPLACE_EXISTING);
        refresh();
    }

    @Test
    void aModelOfAJarIsSweptAndReplacedByANewVersion() throws IOException {
        compile(SOURCE, "somebody.Doubling");
        JsonNode twice = sweep("doubling", 3);
        compile(SOURCE.replace("2 * point", "3 * point"), "somebody.Doubling");
        JsonNode thrice = sweep("doubling", 3);

        assertThat(results(twice)).containsExactly(0.0, 2.0, 4.0);
        assertThat(results(thrice)).containsExactly(0.0, 3.0, 6.0);
        assertThat(twice.get("modelVersion").stringValue())
                .matches("1-[0-9a-f]{12}")
                .isNotEqualTo(thrice.get("modelVersion").stringValue());
    }

    @Test
    void aJarWithoutModelsOrWithFaultyOnesIsListedWithItsFault() throws IOException {
        compile(SOURCE, "");
        assertThat(faults()).singleElement().asString().contains("no models (expected: their class names in META-INF");

        compile(SOURCE, "somebody.Else");
        assertThat(faults()).singleElement().asString().contains("Provider somebody.Else not found");

        Files.writeString(jar(), "no jar");
        refresh();
        assertThat(faults()).singleElement().asString().contains("no models");
    }

    private List<String> faults() {
        return refresh()
                .valueStream()
                .filter(model -> model.path("origin").asString("").endsWith("somebody.jar"))
                .map(model -> model.get("error").stringValue())
                .toList();
    }
}
