package parsweep.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneWriterTest {
    /** With the lock taken out, one of them was of different moments in 6 runs of 6. */
    private static final int KILLS = 400;

    private static final int WRITERS = 4;

    /** Transactions that begin at each copy: enough to go on until it is made, and so few that the file stays small. */
    private static final int TURNS = 100;

    /** Rows that each writer leaves; each of them has a large object and is in an index. */
    private static final int ROWS = 10;

    @TempDir
    private Path directory;

    private final Semaphore turns = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private OneWriter database;
    private Connection first;

    @BeforeEach
    void open() throws SQLException {
        database = new OneWriter(h2("live"));
        first = database.getConnection();
        try (Statement statement = first.createStatement()) {
            statement.execute(
                    "create table kept(k int, i bigint, at bigint, payload binary large object, primary key(k, i))");
            statement.execute("create index kept_at on kept(at)");
            statement.execute("create table book(k int primary key, last bigint)");
            for (int k = 0; k < WRITERS; k++) {
                statement.execute("insert into book values(%d, -1)".formatted(k));
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        first.close();
    }

    private JdbcDataSource h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:%s;MODE=PostgreSQL".formatted(directory.resolve(name)));
        return source;
    }

    /** Without the compaction that takes H2 up to 0.2 s when it closes a file. */
    private static void kill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }

    @Test
    void whatIsInTheFileIsOfOneMoment() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        List<Future<?>> writers = new ArrayList<>();
        for (int k = 0; k < WRITERS; k++) {
            int writer = k;
            writers.add(threads.submit(() -> {
                write(writer, isOver);
                return null;
            }));
        }
        List<String> torn = new ArrayList<>();
        for (int i = 0; i < KILLS && torn.isEmpty(); i++) {
            turns.release(TURNS);
            database.alone(() -> {
                database.store().orElseThrow().commit();
                copy();
                torn.addAll(torn()); // while the others wait, so that this has the processors
            });
        }
        isOver.set(true);
        turns.release(WRITERS);
        for (Future<?> writer : writers) {
            writer.get(1, TimeUnit.MINUTES);
        }

        assertThat(torn).isEmpty();
    }

    private void copy() {
        try {
            Files.copy(
                    directory.resolve("live.mv.db"),
                    directory.resolve("killed.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int k, AtomicBoolean isOver) throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into kept values(?, ?, ?, ?)");
                PreparedStatement delete = connection.prepareStatement("delete from kept where k = ? and i = ?");
                PreparedStatement update = connection.prepareStatement("update book set last = ? where k = ?")) {
            connection.setAutoCommit(false);
            byte[] payload = new byte[1000];
            for (long i = 0; !isOver.get(); i++) {
                turns.acquire();
                insert.setInt(1, k);
                insert.setLong(2, i);
                insert.setLong(3, i);
                insert.setBytes(4, payload);
                insert.executeUpdate();
                delete.setInt(1, k);
                delete.setLong(2, i - ROWS);
                delete.executeUpdate();
                update.setLong(1, i);
                update.setInt(2, k);
                update.executeUpdate();
                connection.commit();
            }
        }
    }

    /** What is wrong with the copy: the rows by the table, the indexes and the books, and their large objects. */
    private List<String> torn() {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = h2("killed").getConnection()) {
            Statement statement = connection.createStatement();
            ResultSet books = statement.executeQuery("select last from book where last >= 0");
            List<Long> lasts = new ArrayList<>();
            while (books.next()) {
                lasts.add(books.getLong(1));
            }
            long expected =
                    lasts.stream().mapToLong(last -> Math.min(ROWS, last + 1)).sum();
            for (String rows : List.of(
                    "select payload from kept",
                    "select payload from kept where k >= 0 and i >= 0 order by k, i",
                    "select payload from kept where at >= 0 order by at",
                    "select payload from kept natural join (select k, last from book) where i > last - %d"
                            .formatted(ROWS))) {
                long found = 0;
                try (ResultSet result = statement.executeQuery(rows)) {
                    while (result.next()) {
                        found += result.getBytes(1).length / 1000;
                    }
                } catch (SQLException e) {
                    wrong.add("%s: %s".formatted(rows, e.getMessage()));
                }
                if (found != expected) {
                    wrong.add("%s: %d rows, expected %d".formatted(rows, found, expected));
                }
            }
            kill(connection);
        } catch (SQLException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        return wrong;
    }

    @Test
    void whatIsCommittedIsInTheFileOnceItIsWritten() throws SQLException {
        H2File file = new H2File(database);
        file.sync();
        try (Statement statement = first.createStatement()) {
            statement.execute("update book set last = 7");
        }
        assertThat(lasts()).containsOnly(-1L);

        file.write();

        database.store().orElseThrow().executeFilestoreOperation(() -> {}); // it is on its way
        assertThat(lasts()).containsOnly(7L);
    }

    @Test
    void h2WritesNothingByItselfForDays() {
        assertThat(database.store().orElseThrow().getAutoCommitDelay())
                .isGreaterThan((int) Duration.ofDays(7).toMillis());
    }

    @Test
    void writingMovesTogetherWhatIsLeftOfOldChunks() throws SQLException {
        H2File file = new H2File(database);
        try (Statement statement = first.createStatement()) {
            statement.execute("set retention_time 0"); // instead of 45 seconds
            statement.execute("create table filler(id int primary key, payload varbinary(1000))");
            for (int i = 0; i < 2000; i++) {
                statement.execute("insert into filler values(%d, repeat('ab', 450)::varbinary)".formatted(i));
                if (i % 20 == 0) {
                    file.sync(); // a chunk each
                }
            }
            statement.execute("delete from filler where mod(id, 20) >= 4");
        }
        file.sync();
        FileStore<?> chunks = database.store().orElseThrow().getFileStore();
        int before = chunks.getChunksFillRate();

        for (int i = 0; i < 20; i++) {
            file.write();
        }

        assertThat(chunks.getChunksFillRate()).isGreaterThan(2 * before);
    }

    private List<Long> lasts() throws SQLException {
        copy();
        try (Connection connection = h2("killed").getConnection();
                ResultSet books = connection.createStatement().executeQuery("select last from book")) {
            List<Long> lasts = new ArrayList<>();
            while (books.next()) {
                lasts.add(books.getLong(1));
            }
            return lasts;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update book set last = 7 where k = 1",
                "select last from book where k = 1 for update",
                "select next value for numbers",
                "  INSERT into book values(9, 9)",
                "select k from final table (insert into book values(8, 8))",
                "checkpoint"
            })
    void whoChangesSomethingWaitsForTheEndOfAnothersTransaction(String sql) throws Exception {
        first.createStatement().execute("create sequence numbers");
        first.setAutoCommit(false);
        first.createStatement().execute("update book set last = 5 where k = 0");

        Future<?> other = threads.submit(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
        assertThatThrownBy(() -> other.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        first.commit();
        other.get(1, TimeUnit.MINUTES);
    }

    /** As of a row that stays locked, so that whoever knows one knows the other. */
    @Test
    void whoWaitsTooLongIsToldSoAndMayTryAgain() throws Exception {
        OneWriter impatient = new OneWriter(h2("live"), Duration.ofMillis(50));
        try (Connection holder = impatient.getConnection();
                Connection other = impatient.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("update book set last = 5 where k = 0");
            Callable<Integer> update =
                    () -> other.createStatement().executeUpdate("update book set last = 6 where k = 1");

            assertThatThrownBy(() -> threads.submit(update).get(1, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(SQLException.class)
                    .cause()
                    .hasFieldOrPropertyWithValue("errorCode", ErrorCode.LOCK_TIMEOUT_1)
                    .hasMessageContaining("50 ms");
            holder.commit();
            assertThat(threads.submit(update).get(1, TimeUnit.MINUTES)).isEqualTo(1);
        }
    }

    /** To H2 it is one that writes, and whoever writes may be the one that stores the file. */
    @Test
    void whoReadsALargeObjectStoresNothingOfAnothersTransaction() throws Exception {
        try (PreparedStatement insert = first.prepareStatement("insert into kept values(0, 1, 1, ?)")) {
            insert.setBytes(1, new byte[10_000]);
            insert.executeUpdate();
        }
        MVStore store = database.store().orElseThrow();
        first.setAutoCommit(false);
        first.createStatement().execute("update book set last = 5 where k = 0");
        field("autoCommitMemory").setInt(store, 1); // bytes that need not be in the file, mostly 16 MB
        var storing = (ReentrantLock) field("storeLock").get(store);
        long version = store.getCurrentVersion();

        Future<Integer> other = threads.submit(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select payload from kept")) {
                result.next();
                return result.getBytes(1).length;
            }
        });
        Awaitility.await().until(() -> other.isDone() || storing.hasQueuedThreads());

        assertThat(store.getCurrentVersion()).isEqualTo(version);
        first.commit();
        assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(10_000);
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = MVStore.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Test
    void whoReadsDoesNotWait() throws Exception {
        first.setAutoCommit(false);
        first.createStatement().execute("update book set last = 5 where k = 0");

        Future<Long> other = threads.submit(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select last from book where k = 0")) {
                result.next();
                return result.getLong(1);
            }
        });

        assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(-1);
        first.rollback();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "rollback", "close", "setAutoCommit", "failure"})
    void aTransactionLetsOthersWriteHoweverItEnds(String end) throws Exception {
        Connection connection = database.getConnection();
        connection.setAutoCommit(end.equals("failure"));
        Statement statement = connection.createStatement();
        statement.execute("update book set last = 5 where k = 0");
        switch (end) {
            case "commit" -> connection.commit();
            case "rollback" -> connection.rollback();
            case "close" -> connection.close();
            case "setAutoCommit" -> connection.setAutoCommit(true);
            default ->
                assertThatThrownBy(() -> statement.execute("insert into book values(0, 0)"))
                        .isInstanceOf(SQLException.class);
        }

        Future<Integer> other = threads.submit(() -> {
            try (Connection another = database.getConnection();
                    PreparedStatement update = another.prepareStatement("update book set last = 6 where k = 0")) {
                return update.executeUpdate();
            }
        });

        assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(1);
        connection.close();
    }

    @Test
    void aTransactionWithinAnotherOfTheSameThreadGoesOn() throws Exception {
        first.setAutoCommit(false);
        first.createStatement().execute("update book set last = 5 where k = 0");

        try (Connection second = database.getConnection();
                Statement statement = second.createStatement()) {
            assertThat(statement.executeUpdate("update book set last = 6 where k = 1"))
                    .isEqualTo(1);
        }

        first.commit();
    }
}
