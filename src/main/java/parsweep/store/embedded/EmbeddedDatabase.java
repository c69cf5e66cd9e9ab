package parsweep.store.embedded;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import parsweep.sweep.state.Database;

/** An H2 in this process. */
public final class EmbeddedDatabase implements Database {
    private final JdbcTemplate jdbc;
    private final H2File file;
    private final DeletedSpace deletedSpace;

    /**
     * @param database of {@link #letOneWrite}
     */
    public EmbeddedDatabase(DataSource database, Clock clock) throws SQLException {
        jdbc = new JdbcTemplate(database);
        file = new H2File(database.unwrap(OneWriter.class));
        deletedSpace = new DeletedSpace(jdbc, clock);
    }

    /** Whether an address is that of an embedded database. */
    public static boolean isAt(String url) {
        return url.startsWith("jdbc:h2:") && !url.matches("jdbc:h2:(tcp|ssl):.*");
    }

    /** What everybody is to use instead of a data source of H2. */
    public static DataSource letOneWrite(DataSource database) {
        return new OneWriter(database);
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public OptionalLong bytes() {
        List<Long> size = jdbc.queryForList(
                "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'",
                Long.class);
        return size.isEmpty() ? OptionalLong.empty() : OptionalLong.of(size.get(0));
    }

    @Override
    public void write() {
        file.write();
    }

    @Override
    public void sync() {
        file.sync();
    }

    @Override
    public void noteDeletion() {
        deletedSpace.note();
    }

    @Override
    public void reclaim() {
        deletedSpace.reclaim();
    }
}
