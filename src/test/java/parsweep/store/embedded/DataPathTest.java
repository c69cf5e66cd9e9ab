package parsweep.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DataPathTest {
    private static String url(String data, String url) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("test", Map.of("parsweep.data", data, "spring.datasource.url", url)));
        new DataPath().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("spring.datasource.url");
    }

    private static String url(String data) {
        return url(data, "jdbc:h2:file:${parsweep.data};MODE=PostgreSQL");
    }

    private static String h2(Path path) {
        return "jdbc:h2:file:" + path + ";MODE=PostgreSQL";
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/p", "./data/p", "data/../data/p", "my data/p", "p"})
    void aRelativePathIsMadeAbsolute(String data) {
        assertThat(url(data)).isEqualTo(h2(Path.of(data).toAbsolutePath().normalize()));
    }

    @Test
    void anAbsolutePathStays() {
        Path path = Path.of("data", "p").toAbsolutePath();

        assertThat(url(path.toString())).isEqualTo(h2(path));
    }

    @Test
    void aTildeIsTheHomeOfTheUser() {
        assertThat(url("~/data/p")).isEqualTo(h2(Path.of(System.getProperty("user.home"), "data", "p")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a;b/p", "p;INIT=drop all objects", "p\0"})
    void aPathThatCannotBeIsRefused(String data) {
        assertThatThrownBy(() -> url(data)).isInstanceOf(DataPath.Invalid.class).hasMessageContaining("'" + data + "'");
    }

    @Test
    void nothingIsSaidAboutAPathThatIsNotUsed() {
        String postgres = "jdbc:postgresql://localhost/parsweep";

        assertThat(url("a;b", postgres)).isEqualTo(postgres);
    }
}
