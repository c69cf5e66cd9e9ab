package parsweep.sweep.shard;

import java.util.LinkedHashMap;
import java.util.Map;
import parsweep.exec.Plan;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Session;
import parsweep.model.manifest.Manifest;
import parsweep.sweep.definition.DefinitionReader;
import parsweep.sweep.definition.SweepDefinition;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepStore;
import tools.jackson.databind.json.JsonMapper;

/**
 * The compiled definitions of the sweeps that were used last. A definition changes only by growing, so one that has the
 * size of its sweep is the newest. Thread-safe.
 */
public final class Plans {
    /** A few sweeps share the workers at a time; a definition with a long list of points may weigh some 10 MB. */
    private static final int MAX_KEPT = 8;

    private final DefinitionReader reader;
    private final JsonMapper json;
    private final SweepStore store;
    private final Map<Long, SweepDefinition> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SweepDefinition> eldest) {
            return size() > MAX_KEPT;
        }
    };

    public Plans(DefinitionReader reader, JsonMapper json, SweepStore store) {
        this.reader = reader;
        this.json = json;
        this.store = store;
    }

    /**
     * A sweep, ready to run.
     *
     * @throws parsweep.json.InvalidDefinition if it cannot be run here, for want of its model in the version that it
     *     began with, say
     */
    public SweepDefinition of(Sweep sweep) {
        synchronized (kept) {
            SweepDefinition definition = kept.get(sweep.id());
            if (definition != null
                    && definition.plan().size() == sweep.size()
                    && reader.isHere(definition.plan().model())) {
                return definition;
            }
        }
        SweepDefinition definition = reader.read(json.readTree(store.definition(sweep.id())), sweep.modelVersion());
        synchronized (kept) {
            kept.put(sweep.id(), definition);
        }
        return definition;
    }

    /** A sweep whose results are to be read, also when its model is not here any more. */
    public Plan toRead(Sweep sweep) {
        try {
            return of(sweep).plan();
        } catch (InvalidDefinition e) {
            String manifest = store.manifest(sweep.id()).orElseThrow(() -> e);
            Model declared = new DeclaredModel(
                    Manifest.read(new Node(json.readTree(manifest), "manifest"), sweep.modelVersion()));
            return reader.read(json.readTree(store.definition(sweep.id())), declared)
                    .plan();
        }
    }

    /** What is left of a model that is not here: its declaration. */
    private record DeclaredModel(ModelDescription description) implements Model {
        @Override
        public Session open() {
            throw new IllegalStateException(
                    "model '%s' is not here, only its declaration".formatted(description.name()));
        }
    }
}
