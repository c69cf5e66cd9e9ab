package parsweep.sweep.upload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import parsweep.exec.TimeLimit;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelCatalogue.Broken;
import parsweep.model.ModelCatalogue.Supply;
import parsweep.model.ModelDescription;
import parsweep.model.wasm.InvalidModule;
import parsweep.model.wasm.WasmModel;
import parsweep.model.wasm.WasmModels;
import parsweep.sweep.limit.SweepLimits;
import parsweep.sweep.state.Database;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.upload.UploadStore.StoredModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes uploaded models in, keeps the catalogue up to date with those in the database, deletes them. */
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final String SOURCE = "uploaded";
    private static final int MAX_NAMED = 5;

    private final UploadStore store;
    private final Database database;
    private final ModelCatalogue catalogue;
    private final WasmModels wasm;
    private final UploadLimits limits;
    private final TimeLimit time;
    private final TransactionOperations transaction;
    private final JsonMapper json;

    private Map<Long, Model> known = Map.of(); // guarded by this
    private List<Long> knownIds = List.of(); // guarded by this; also those that are broken

    Uploads(
            UploadStore store,
            Database database,
            ModelCatalogue catalogue,
            WasmModels wasm,
            UploadLimits limits,
            TransactionOperations transaction,
            JsonMapper json) {
        this.store = store;
        this.database = database;
        this.catalogue = catalogue;
        this.wasm = wasm;
        this.limits = limits;
        this.time = new TimeLimit("upload", limits.uploadTime());
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * What became of an upload.
     *
     * @param created false if it was there already
     */
    public record Upload(ModelDescription model, boolean created) {}

    /**
     * Checks and keeps a model.
     *
     * @throws InvalidDefinition if something in the manifest is wrong
     * @throws InvalidModule if the module cannot be used, or does not fit the manifest
     * @throws parsweep.model.wasm.WebAssemblyUnavailable if this JVM does not compute modules correctly
     * @throws SweepException if the name is that of another kind of model, or a limit is reached
     */
    public Upload upload(JsonNode manifest, byte[] module) throws InterruptedException {
        requireSize(module);
        Node node = new Node(manifest, "manifest");
        String version = WasmModels.version(node, module);
        WasmModel model = wasm.model(node, version, () -> module);
        String name = model.description().name();
        refresh();
        if (catalogue.find(name, version).isPresent()) {
            database.sync(); // another one may have committed it just now
            return new Upload(model.description(), false);
        }
        if (catalogue.find(name).isPresent() && !isUploaded(name)) {
            throw new SweepException(
                    Problem.CONFLICT,
                    "model '%s' is there and was not uploaded (expected: another name)".formatted(name));
        }
        requireVacancy();
        check(model);
        try {
            transaction.executeWithoutResult(status -> store.insert(name, version, manifest.toString(), module));
        } catch (DataIntegrityViolationException e) {
            LOG.debug("model {} {} was uploaded by another one at the same time", name, version, e);
        }
        database.sync();
        refresh();
        return new Upload(model.description(), true);
    }

    private void requireSize(byte[] module) {
        if (module.length > limits.module().toBytes()) {
            throw new SweepException(
                    Problem.TOO_LARGE,
                    "module: %d bytes (expected: at most %s)"
                            .formatted(module.length, SweepLimits.setting("module", limits.module())));
        }
    }

    private void requireVacancy() {
        int stored = store.ids().size();
        if (stored >= limits.uploadedModels()) {
            throw new SweepException(
                    Problem.LIMIT,
                    "%d models were uploaded, one more was to be (expected: at most %s; delete some)"
                            .formatted(stored, SweepLimits.setting("uploaded-models", limits.uploadedModels())));
        }
    }

    private void check(WasmModel model) throws InterruptedException {
        wasm.requireCorrectness(); // outside of the time of the first module
        try {
            time.run(model::prepare);
        } catch (TimeoutException e) {
            throw InvalidModule.tooSlow(limits.uploadTime());
        } catch (TimeLimit.Busy e) {
            throw new SweepException(Problem.CAPACITY, "the upload was not checked: " + e.getMessage());
        }
    }

    /**
     * Deletes an uploaded model.
     *
     * @param version null for all of them
     * @throws SweepException if there is no such model, it was not uploaded, or a sweep that is not over needs it
     */
    public void delete(String name, @Nullable String version) {
        refresh();
        List<String> versions = catalogue.versions(name).stream()
                .map(model -> model.description().version())
                .filter(candidate -> version == null || candidate.equals(version))
                .toList();
        if (versions.isEmpty()) {
            throw new SweepException(
                    Problem.NOT_FOUND,
                    "no model '%s'%s".formatted(name, version == null ? "" : " in version '%s'".formatted(version)));
        }
        if (!isUploaded(name)) {
            throw new SweepException(Problem.CONFLICT, "model '%s' was not uploaded and stays".formatted(name));
        }
        transaction.executeWithoutResult(status -> versions.forEach(each -> {
            List<Long> sweeps = store.activeSweeps(name, each, MAX_NAMED);
            if (!sweeps.isEmpty()) {
                throw new SweepException(
                        Problem.CONFLICT,
                        "sweeps that are not over need model '%s' in version '%s': %s (expected: none)"
                                .formatted(name, each, sweeps));
            }
            store.delete(name, each);
        }));
        database.sync();
        refresh();
    }

    private synchronized boolean isUploaded(String name) {
        return known.values().stream()
                .anyMatch(model -> model.description().name().equals(name));
    }

    /** Brings the catalogue up to date, if something has changed: whoever shares the database may upload and delete. */
    public synchronized void refresh() {
        List<Long> ids = store.ids();
        if (ids.equals(knownIds)) {
            return;
        }
        Map<Long, Model> models = new LinkedHashMap<>();
        Map<Long, Broken> broken = new LinkedHashMap<>();
        for (StoredModel stored : store.all()) {
            Model before = known.get(stored.id()); // the same object, so that open sessions and compiled code are found
            try {
                models.put(stored.id(), before == null ? model(stored) : before);
            } catch (InvalidDefinition e) { // of a manifest that an older version of the service understood
                broken.put(stored.id(), new Broken(stored.name(), SOURCE, String.valueOf(e.getMessage())));
            }
        }
        known = models;
        knownIds = ids;
        catalogue.replace(SOURCE, new Supply(List.copyOf(models.values()), List.copyOf(broken.values())));
    }

    private Model model(StoredModel stored) {
        StoredModule module = new StoredModule(store, stored.name(), stored.version());
        return wasm.model(new Node(json.readTree(stored.manifest()), "manifest"), stored.version(), module);
    }
}
