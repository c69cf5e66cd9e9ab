package parsweep.store;

import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import parsweep.sweep.state.Database;

/** PostgreSQL has written a transaction when its commit returns, and its autovacuum finds what was deleted. */
final class PostgresDatabase implements Database {
    private final JdbcTemplate jdbc;

    PostgresDatabase(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public OptionalLong bytes() {
        Long bytes = jdbc.queryForObject("select pg_database_size(current_database())", Long.class);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    @Override
    public void write() {}

    @Override
    public void sync() {}

    @Override
    public void noteDeletion() {}

    @Override
    public void reclaim() {}
}
