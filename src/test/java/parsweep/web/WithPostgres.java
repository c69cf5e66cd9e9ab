package parsweep.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parsweep.harness.Service;

/** A service on a real PostgreSQL, which stops with the process, after the service; one for all the tests that extend this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("postgres")
@Import(LabModel.class)
abstract class WithPostgres {
    @LocalServerPort
    private int port;

    @Autowired
    private LabModel lab;

    @DynamicPropertySource
    @SuppressWarnings("MustBeClosed") // see above
    static void database(DynamicPropertyRegistry registry) throws IOException {
        registry.add("parsweep.retention-interval", () -> "200ms");
        registry.add("parsweep.limits.upload-time", () -> "3s");
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
    }

    public LabModel lab() {
        return lab;
    }

    public Service service() {
        return new Service(port);
    }
}
