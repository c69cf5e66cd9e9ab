package parsweep.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * The file of an embedded H2 database. H2 writes committed transactions within half a second, by threads of its own: a
 * process that is killed before loses them.
 */
public final class H2File {
    private H2File() {}

    /**
     * Writes all that has been committed. {@code checkpoint sync} alone is not enough: it does nothing if another thread
     * has handed the last changes to H2's writer already, which may not have written them yet. So the writer's queue is
     * waited for, by an operation of the file store that does nothing: H2 offers that in no other way.
     */
    public static void sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().getStore().getMvStore().executeFilestoreOperation(() -> {});
        }
    }
}
