package parsweep.sweep.worker;

import parsweep.sweep.worker.WorkerStatus.ModelVersion;

/** A shard that another worker has to run, since this one has no such model. */
public final class ModelNotHereException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ModelVersion model;

    public ModelNotHereException(long sweepId, ModelVersion model) {
        super("sweep %d wants version '%s' of model '%s', which is not here"
                .formatted(sweepId, model.version(), model.name()));
        this.model = model;
    }

    public ModelVersion model() {
        return model;
    }
}
