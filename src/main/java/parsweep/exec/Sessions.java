package parsweep.exec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.model.Model;
import parsweep.model.Session;

/** The open sessions of one session thread, one per model, the least recently used closed first. Thread-confined. */
final class Sessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** Enough that a few fair-shared sweeps do not reopen at every turn; a session may be a process of 100 MB. */
    private static final int MAX_OPEN = 4;

    private final LinkedHashMap<Model, Session> open = new LinkedHashMap<>(8, 0.75f, true);
    private @Nullable Model lastModel; // that was asked for, since it is mostly asked for again
    private @Nullable Session last; // null if there is none

    /** The open session of a model; null if there is none. */
    @Nullable
    Session find(Model model) {
        if (model != lastModel) {
            last = open.get(model);
            lastModel = model;
        }
        return last;
    }

    /** The open session of a model, or a new one. */
    Session of(Model model) {
        Session session = find(model);
        return session == null ? open(model) : session;
    }

    private Session open(Model model) {
        Session session = model.open();
        open.put(model, session);
        lastModel = null;
        if (open.size() > MAX_OPEN) {
            Map.Entry<Model, Session> eldest = open.entrySet().iterator().next();
            open.remove(eldest.getKey());
            close(eldest.getKey(), eldest.getValue());
        }
        return session;
    }

    /** Closes a session that may be broken, so that the next point gets a new one. */
    void discard(Model model) {
        lastModel = null;
        Session session = open.remove(model);
        if (session != null) {
            close(model, session);
        }
    }

    @Override
    public void close() {
        open.forEach(Sessions::close);
        open.clear();
    }

    private static void close(Model model, Session session) {
        try {
            session.close();
        } catch (Exception | Error e) {
            LOG.warn(
                    "a session of model {} could not be closed",
                    model.description().name(),
                    e);
        }
    }
}
