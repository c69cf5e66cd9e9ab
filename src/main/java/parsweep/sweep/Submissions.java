package parsweep.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.json.InvalidDefinition;
import parsweep.model.manifest.Manifest;
import parsweep.sweep.definition.SweepDefinition;
import parsweep.sweep.limit.Admission;
import parsweep.sweep.limit.RetentionProperties;
import parsweep.sweep.shard.Carver;
import parsweep.sweep.shard.ShardQueue;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.SweepStore.NewSweep;
import parsweep.sweep.state.SweepStore.Submission;
import tools.jackson.databind.JsonNode;

/**
 * Takes sweeps in, and each only once: who is not sure that a submission has arrived sends it again under the same key.
 */
final class Submissions {
    private final SweepStore sweeps;
    private final Database database;
    private final ShardQueue queue;
    private final Carver carver;
    private final Admission admission;
    private final RetentionProperties retention;
    private final TransactionOperations transaction;

    Submissions(
            Stores stores,
            ShardQueue queue,
            Admission admission,
            RetentionProperties retention,
            TransactionOperations transaction) {
        this.sweeps = stores.sweeps();
        this.database = stores.database();
        this.queue = queue;
        this.carver = new Carver(stores.shards(), stores.blocks(), queue);
        this.admission = admission;
        this.retention = retention;
        this.transaction = transaction;
    }

    /**
     * Accepts a sweep, or finds the one that was submitted under the key before. Of two with the same key at a time, the
     * one whose key is stored first creates the sweep; the other one's transaction fails as a whole.
     *
     * @throws InvalidDefinition if it cannot be run
     * @throws SweepException if a limit is reached, or the key stands for another definition
     */
    long submit(JsonNode json, @Nullable String key) {
        if (key == null) {
            long id = insert(json, null);
            acknowledge();
            return id;
        }
        String hash = hash(json);
        Optional<Long> before = find(key, hash);
        long id = before.isPresent() ? before.get() : insertOrFind(json, key, hash);
        acknowledge(); // also the one that was found: it may have been committed just now
        return id;
    }

    private long insertOrFind(JsonNode json, String key, String hash) {
        try {
            return insert(json, new Key(key, hash));
        } catch (DataAccessException e) { // only now, since in PostgreSQL nothing works in a transaction that failed
            return find(key, hash).orElseThrow(() -> e);
        }
    }

    /** A sweep that was answered by 202 survives a crash. */
    private void acknowledge() {
        database.sync();
        queue.wake();
    }

    private record Key(String text, String hash) {}

    /** Members are hashed in the order in which they stand: in a grid it says which axis varies fastest. */
    private static String hash(JsonNode json) {
        try {
            byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<Long> find(String key, String hash) {
        Optional<Submission> submission = sweeps.submission(key);
        if (submission.isPresent() && !submission.get().hash().equals(hash)) {
            throw new SweepException(
                    Problem.KEY_IN_USE,
                    "Idempotency-Key '%s' came with another definition before, which is sweep %d (expected: the same one, or a new key)"
                            .formatted(key, submission.get().sweepId()));
        }
        return submission.map(Submission::sweepId);
    }

    private long insert(JsonNode json, @Nullable Key key) {
        SweepDefinition definition = admission.read(json);
        admission.requireRoom();
        NewSweep sweep = newSweep(definition);
        return transaction.execute(status -> {
            admission.requireVacancy();
            long newId = sweeps.insert(sweep);
            if (key != null) {
                sweeps.remember(key.text(), new Submission(key.hash(), newId));
            }
            sweeps.lock(newId).ifPresent(locked -> carver.fill(locked));
            return newId;
        });
    }

    private NewSweep newSweep(SweepDefinition definition) {
        var model = definition.plan().model().description();
        Duration kept = definition.retention() == null ? retention.retention() : definition.retention();
        return new NewSweep(
                definition.name(),
                model.name(),
                model.version(),
                definition.json(),
                Manifest.write(model).toString(),
                definition.plan().size(),
                definition.share().priority(),
                definition.share().maxParallelism(),
                kept);
    }
}
