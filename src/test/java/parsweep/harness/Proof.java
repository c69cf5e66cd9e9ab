package parsweep.harness;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Whether a sweep came through what was done to its workers: nothing lost, nothing twice, the same outcomes. */
final class Proof {
    private final Crew crew;
    private final Service server;
    private int faults;

    Proof(Crew crew, Service server) {
        this.crew = crew;
        this.server = server;
    }

    /** Sweeps so far in which something was wrong. */
    int faults() {
        return faults;
    }

    /** The status of a sweep at its end. */
    JsonNode await(long id) {
        return Awaitility.await("the end of sweep " + id)
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions() // the database may just be back
                .until(() -> server.status(id), status -> status.path("timing").has("finishedAt"));
    }

    /** How many seconds it takes until others run the shards of a worker from now on, shard by shard. */
    List<Double> secondsUntilElsewhere(ServiceProcess victim) {
        long since = System.nanoTime();
        JsonNode worker = Crew.worker(server, victim);
        String name = worker.get("name").stringValue();
        List<Double> seconds = new ArrayList<>();
        List<String> shards = StreamSupport.stream(worker.get("shards").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
        for (String shard : shards) {
            Awaitility.await("shard " + shard + " elsewhere")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> crew.number("select count(*) from scheduled_tasks where task_instance = '" + shard
                                    + "' and (picked = false or picked_by = '" + name + "')")
                            == 0);
            seconds.add((System.nanoTime() - since) * 1e-9);
        }
        return seconds;
    }

    /**
     * Compares a sweep with an undisturbed one.
     *
     * @return what there is to say, in a line
     */
    String compare(String title, long id, JsonNode wanted) throws SQLException {
        JsonNode status = await(id);
        long lost = status.at("/progress/total").longValue()
                - status.at("/progress/done").longValue();
        long doubled = crew.number("select count(*) from block a join block b on b.sweep_id = a.sweep_id and"
                + " b.first_index > a.first_index and b.first_index < a.first_index + a.count where a.sweep_id = "
                + id);
        boolean same = status.get("state").equals(wanted.get("state"))
                && status.get("fingerprint").equals(wanted.get("fingerprint"));
        if (lost != 0 || doubled != 0 || !same) {
            faults++;
        }
        return "%s: lost %d, doubled %d, fingerprint %s".formatted(title, lost, doubled, same ? "the same" : "ANOTHER");
    }
}
