package parsweep.store.embedded;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets one transaction at a time change an embedded H2, and its file be written only between two of them.
 *
 * <p>H2 2.4.240 writes its maps (tables, indexes, large objects) as they are when it comes to each of them
 * ({@code MVStore.collectChangedMapRoots}), while transactions go on. What is then in the file is of different moments,
 * and if the process is killed before the next write, half a second later, that is what the next start finds: an index
 * whose row is missing, a row whose large object is. A sweep lost a block that way, and {@code OneWriterTest} finds such
 * a file among its first hundreds of copies if this lets everybody write.
 *
 * <p>So whoever changes something has a lock from the first statement that does until the end of the transaction, as in
 * SQLite; who only reads never waits. H2's own writer is stopped, and {@link H2File#write} does its work with the lock.
 * A large transaction makes H2 write before its end, in the same thread, and finds the others at rest; {@link WriteLock}
 * keeps those who read from doing so.
 *
 * <p>Thread-safe. A connection ends its transactions in the thread that began them.
 */
final class OneWriter extends DelegatingDataSource {
    /** Longer than any of our transactions; whoever waits for more is not going to get it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** H2's writer would look after a third of it: never. */
    private static final int NEVER_MILLIS = Integer.MAX_VALUE;

    private final WriteLock writing;

    /** Of the last connection that was taken; all have the same, unless H2 had to open the file once more. */
    private volatile @Nullable MVStore store;

    OneWriter(DataSource database) {
        this(database, PATIENCE);
    }

    /**
     * @param patience after which whoever waits for another is told so
     */
    OneWriter(DataSource database, Duration patience) {
        super(database);
        this.writing = new WriteLock(patience);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return oneOfMany(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return oneOfMany(super.getConnection(username, password));
    }

    private Connection oneOfMany(Connection connection) throws SQLException {
        try {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                use(session.getDatabase().getStore().getMvStore());
            }
        } catch (SQLException | RuntimeException e) { // of a database that was closed by a fault
            connection.close();
            throw e;
        }
        return (Connection) Proxy.newProxyInstance(
                OneWriter.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new WritingConnection(connection, this));
    }

    private void use(MVStore found) {
        if (found != store) {
            found.setAutoCommitDelay(NEVER_MILLIS); // whenever H2 opens the file, it starts a writer
            store = found;
        }
    }

    /** What H2 has its file in; empty if nobody has had a connection yet, or there is no file in this process. */
    Optional<MVStore> store() {
        return Optional.ofNullable(store).filter(found -> !found.isClosed() && found.isPersistent());
    }

    /**
     * Does something while no transaction changes anything.
     *
     * @throws SQLException if a transaction has been writing for too long
     */
    void alone(Runnable work) throws SQLException {
        lock();
        try {
            work.run();
        } finally {
            unlock();
        }
    }

    /**
     * Once more for a thread that has it.
     *
     * @throws SQLException if another thread keeps it for too long, or the thread is interrupted
     */
    void lock() throws SQLException {
        writing.lock(store());
    }

    void unlock() {
        writing.unlock();
    }
}
