package parsweep.harness;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that can be struck down and started again, on the same port with the same data. */
public final class Postgres implements AutoCloseable {
    private final Path data;
    private final String fsync;
    private EmbeddedPostgres server;

    @SuppressWarnings("MustBeClosed") // closed by close
    private Postgres(Path data, String fsync) throws IOException {
        this.data = data;
        this.fsync = fsync;
        this.server = builder().start();
    }

    /**
     * Starts a new one, with PostgreSQL's own care for what it confirms.
     *
     * @param directory for its data
     */
    public static Postgres start(Path directory) throws IOException {
        return start(directory, "on");
    }

    /**
     * Starts a new one that leaves the disk to the operating system: what it confirms outlives its processes, though not
     * the machine, and a test does not wait for a disk that others use.
     *
     * @param directory for its data
     */
    public static Postgres unsynced(Path directory) throws IOException {
        return start(directory, "off");
    }

    private static Postgres start(Path directory, String fsync) throws IOException {
        if (LoggerFactory.getLogger("io.zonky.test") instanceof Logger logger) {
            logger.setLevel(Level.OFF); // it cannot stop what is down already, and says so at length
        }
        Path data = Files.createTempDirectory(directory, "postgres-").toAbsolutePath();
        return new Postgres(data, fsync);
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(30)) // it may have to recover
                .setServerConfig("fsync", fsync)
                .setServerConfig("max_connections", "200")
                .setServerConfig("listen_addresses", "*") // clients from elsewhere have to be admitted first
                .setServerConfig("synchronous_commit", "on"); // what it confirms, it keeps: PostgreSQL's own default
    }

    /** What the service needs to know. */
    public String[] settings() {
        return settings("localhost");
    }

    /**
     * What a service needs to know for which this machine has another name.
     *
     * @param host that name
     */
    String[] settings(String host) {
        String url = server.getJdbcUrl("postgres", "postgres").replace("localhost", host);
        return new String[] {
            "--spring.profiles.active=postgres",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }

    /** Lets clients from another network in. */
    void admit(String subnet) throws IOException, SQLException {
        Files.writeString(
                data.resolve("pg_hba.conf"), "host all all " + subnet + " trust\n", StandardOpenOption.APPEND);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** Processor time of all its processes that live. */
    public Duration cpuTime() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        return ProcessHandle.of(pid)
                .orElseThrow()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** {@code pg_ctl stop -m immediate}: connections break, nothing is tidied up. */
    public void crash() throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
        Awaitility.await("the end of PostgreSQL")
                .until(() -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), alive -> !alive);
    }

    /** Starts it again after {@link #crash}; returns when it has recovered. */
    @SuppressWarnings("MustBeClosed") // closed by close
    public void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = builder().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
