package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The file of the embedded database does not grow without end. */
class H2FileTest extends WithH2 {
    private static final String SERIES = """
            {"model": "linear-series", "fixed": {"n": 100000},
             "space": {"zip": {"param1": {"linspace": [0.1234567, 31.415926, 100]}, "param2": {"arange": [2, 202, 2]}}}}""";

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${parsweep.data}")
    private String data;

    @Test
    void deletedResultsMakeRoomForNewOnes() {
        jdbc.execute("set retention_time 0"); // instead of 45 seconds
        long before = size();
        long stored = 0;

        for (int round = 0; round < 8; round++) {
            var status = service().run(SERIES);
            stored = status.get("storedBytes").longValue();
            service().delete(status.at("/links/self").stringValue());
        }
        long grown = size() - before;
        jdbc.execute("set retention_time 45000");

        assertThat(stored).isGreaterThan(10 << 20);
        assertThat(grown).isLessThan(4 * stored); // two at most as a rule; eight if nothing were used again
    }

    /** Nobody asks for that: a service that is killed loses half a second of work. */
    @Test
    void whatIsCommittedIsSoonInTheFile() {
        jdbc.execute("create table probe(id int)");
        jdbc.execute("insert into probe values(42)");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> probes().equals(List.of(42)));

        jdbc.execute("drop table probe");
    }

    /** What a process that is killed now would leave. */
    private List<Integer> probes() throws IOException {
        Path copy = Path.of(data + "-killed.mv.db");
        Files.copy(Path.of(data + ".mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
        var killed = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:h2:file:%s-killed;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        .formatted(data),
                "parsweep",
                ""));
        try {
            return killed.queryForList("select id from probe", Integer.class);
        } catch (DataAccessException e) { // there is no such table yet, or the copy was made in the middle of a write
            return List.of();
        }
    }

    private long size() {
        return new File(data + ".mv.db").length();
    }
}
