package parsweep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

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

    private long size() {
        return new File(data + ".mv.db").length();
    }
}
