package parsweep.model.program;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import parsweep.model.Model;
import parsweep.model.ModelCode;
import parsweep.model.ModelDescription;
import parsweep.model.ModelUnavailableException;
import parsweep.model.Session;

/** A model of the operator's directory, in the version that its files were when it was read. */
final class ProgramModel implements Model {
    private final ModelDescription description;
    private final ProgramFiles files;
    private final Opener opener;
    private final ModelCode code;
    private final Duration startTimeout;

    /** Opens sessions of one protocol. */
    interface Opener {
        Session open() throws IOException;
    }

    ProgramModel(
            ModelDescription description, ProgramFiles files, Opener opener, ModelCode code, Duration startTimeout) {
        this.description = description;
        this.files = files;
        this.opener = opener;
        this.code = code;
        this.startTimeout = startTimeout;
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public Optional<ModelCode> code() {
        return Optional.of(code);
    }

    @Override
    public Duration startTimeout() {
        return startTimeout;
    }

    @Override
    public Optional<String> changedFile() {
        return files.changedNow();
    }

    @Override
    public Session open() {
        requireUnchanged(description, files);
        try {
            return opener.open();
        } catch (IOException e) {
            throw new ModelUnavailableException(
                    "model '%s' cannot be started: %s".formatted(description.name(), e.getMessage()), e);
        }
    }

    /**
     * Makes sure that what is started is what the version stands for.
     *
     * @throws ModelUnavailableException if a file is not what it was
     */
    static void requireUnchanged(ModelDescription description, ProgramFiles files) {
        files.changed().ifPresent(file -> {
            throw new ModelUnavailableException(
                    "model '%s' is no longer what its version %s stands for, because of the file %s (expected: POST /api/v1/models/refresh after a change, and a new sweep)"
                            .formatted(description.name(), description.version(), file));
        });
    }
}
