package parsweep.sweep.limit;

import org.jspecify.annotations.Nullable;
import parsweep.json.InvalidDefinition;
import parsweep.model.Model;
import parsweep.sweep.definition.DefinitionReader;
import parsweep.sweep.definition.Share;
import parsweep.sweep.definition.SweepDefinition;
import parsweep.sweep.state.SweepException;
import parsweep.sweep.state.SweepException.Problem;
import parsweep.sweep.state.SweepStore;
import parsweep.sweep.state.Tally;
import tools.jackson.databind.JsonNode;

/** The gate: reads definitions, and refuses what is beyond the limits of the service. */
public final class Admission {
    private final DefinitionReader definitions;
    private final SweepLimits limits;
    private final SweepStore sweeps;
    private final Room room;

    public Admission(DefinitionReader definitions, SweepLimits limits, SweepStore sweeps, Room room) {
        this.definitions = definitions;
        this.limits = limits;
        this.sweeps = sweeps;
        this.room = room;
    }

    /**
     * A definition that may be run.
     *
     * @throws InvalidDefinition if it cannot be run
     * @throws SweepException if it has more points than a sweep may have
     */
    public SweepDefinition read(JsonNode json) {
        SweepDefinition definition = withinLimits(definitions.read(json));
        Model model = definition.plan().model();
        model.changedFile().ifPresent(file -> {
            throw new InvalidDefinition(
                    "model",
                    model.description().name(),
                    "files as they were when it was read, but %s has changed; POST /api/v1/models/refresh reads them again"
                            .formatted(file));
        });
        return definition;
    }

    /**
     * A stored definition and a further piece of it.
     *
     * @param version of its model
     * @throws InvalidDefinition if the extension does not fit
     * @throws SweepException if the two have more points than a sweep may have
     */
    public SweepDefinition extend(String json, String version, JsonNode extension) {
        return withinLimits(definitions.extend(json, version, extension));
    }

    /**
     * The share that a sweep is to have, from the one that it has.
     *
     * @throws InvalidDefinition if it is no share
     */
    public Share share(JsonNode json, Share now) {
        return definitions.share(json, now);
    }

    private SweepDefinition withinLimits(SweepDefinition definition) {
        long size = definition.plan().size();
        if (size > limits.points()) {
            throw new SweepException(
                    Problem.LIMIT,
                    "%d points (expected: at most %s)".formatted(size, SweepLimits.setting("points", limits.points())));
        }
        return definition;
    }

    /**
     * To be asked before a further sweep becomes active, in the transaction in which it does: then two at a time exceed
     * the limit by one at most.
     *
     * @throws SweepException if there are too many
     */
    public void requireVacancy() {
        long active = sweeps.countActive();
        if (active >= limits.activeSweeps()) {
            throw new SweepException(
                    Problem.CAPACITY,
                    "%d sweeps are not over, one more was asked for (expected: at most %s)"
                            .formatted(active, SweepLimits.setting("active-sweeps", limits.activeSweeps())));
        }
    }

    /**
     * To be asked before there is more to compute.
     *
     * @throws SweepException if there is no room for its results
     */
    public void requireRoom() {
        room.shortage().ifPresent(reason -> {
            throw new SweepException(Problem.FULL, reason);
        });
    }

    /**
     * To be asked before a sweep that may have been stopped for its size goes on.
     *
     * @throws SweepException if it has too many results already
     */
    public void requireRoomFor(Tally tally) {
        String excess = excess(tally.bytes());
        if (excess != null) {
            throw new SweepException(Problem.LIMIT, excess);
        }
    }

    /** Why a sweep may not have so many bytes of results, and how it could; null if it may. */
    public @Nullable String excess(long bytes) {
        return bytes <= limits.bytesPerSweep().toBytes()
                ? null
                : "the results take %dB (expected: at most %s); a greater value and a retry let the sweep go on"
                        .formatted(bytes, SweepLimits.setting("bytes-per-sweep", limits.bytesPerSweep()));
    }
}
