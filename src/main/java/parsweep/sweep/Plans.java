package parsweep.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import parsweep.sweep.definition.DefinitionReader;
import parsweep.sweep.definition.SweepDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * The compiled definitions of the sweeps that were used last. A definition changes only by growing, so one that has the
 * size of its sweep is the newest. Thread-safe.
 */
final class Plans {
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

    Plans(DefinitionReader reader, JsonMapper json, SweepStore store) {
        this.reader = reader;
        this.json = json;
        this.store = store;
    }

    /**
     * @throws parsweep.sweep.definition.InvalidDefinition if this version of the service cannot run it, for want of
     *     its model, say
     */
    SweepDefinition of(Sweep sweep) {
        synchronized (kept) {
            SweepDefinition definition = kept.get(sweep.id());
            if (definition != null && definition.plan().size() == sweep.size()) {
                return definition;
            }
        }
        SweepDefinition definition = reader.read(json.readTree(store.definition(sweep.id())));
        synchronized (kept) {
            kept.put(sweep.id(), definition);
        }
        return definition;
    }
}
