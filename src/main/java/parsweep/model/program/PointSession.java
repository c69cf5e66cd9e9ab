package parsweep.model.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parsweep.model.InvalidOutputException;
import parsweep.model.KilledException;
import parsweep.model.ModelException;
import parsweep.model.Outputs;
import parsweep.model.Point;
import parsweep.model.ProgramPhase;
import parsweep.model.Session;
import parsweep.model.process.Child;
import parsweep.model.process.Directories;
import parsweep.model.process.Launch;
import parsweep.model.process.ProcessGroup;

/** Starts a process for each point, in a scratch directory of its own. */
final class PointSession implements Session {
    private static final Path NO_INPUT = Path.of("/dev/null");

    private final PointProgram program;
    private final ProgramFiles code;
    private final ProcessGroup group;
    private final KeptFiles kept;
    private final ResultFormat format;
    private final PointJson json;
    private volatile ProgramPhase phase = ProgramPhase.STARTING;
    private final Path printed;

    PointSession(PointProgram program, ProgramFiles code, ProcessGroup group, KeptFiles kept) {
        this.program = program;
        this.code = code;
        this.group = group;
        this.kept = kept;
        this.format = program.result().format(program.description().outputs());
        this.printed = group.directory().resolve("stdout");
        this.json = new PointJson(program.description().parameters());
    }

    @Override
    public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
        phase = ProgramPhase.STARTING;
        ProgramModel.requireUnchanged(program.description(), code);
        phase = ProgramPhase.WRITING;
        Path scratch = group.directory().resolve("point-" + point.index());
        try {
            Files.createDirectory(scratch);
            compute(point, scratch, outputs);
        } catch (ModelException e) {
            throw withFiles(e, point, scratch);
        } catch (IOException e) {
            throw new ModelException("could not be run: " + e.getMessage(), e);
        } finally {
            phase = ProgramPhase.WRITING;
            Directories.delete(scratch);
            phase = ProgramPhase.PARSING;
        }
    }

    private void compute(Point point, Path scratch, Outputs outputs)
            throws IOException, ModelException, InterruptedException {
        for (InputFile file : program.files()) {
            file.write(point, scratch);
        }
        group.forgetErrors();
        Launch launch = program.setting().launch(program.command(), point, scratch, input(point));
        phase = ProgramPhase.STARTING;
        try {
            int exitCode = group.run(launch, printed, () -> phase = ProgramPhase.WAITING);
            phase = ProgramPhase.PARSING;
            requireModest(printed, "printed", "");
            requireSuccess(exitCode);
            readResult(scratch, outputs);
        } finally {
            Files.deleteIfExists(printed); // what is left of a point must not write into the next one's
        }
    }

    private Path input(Point point) throws IOException {
        if (!program.isJsonInput()) {
            return NO_INPUT;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.write(point, bytes);
        bytes.write('\n');
        return Files.write(group.directory().resolve("stdin"), bytes.toByteArray());
    }

    private void requireModest(Path file, String what, String where) throws IOException, InvalidOutputException {
        if (isTooMuch(file)) {
            throw new InvalidOutputException("%s %d bytes%s (expected: at most %d; see limits.output)"
                    .formatted(what, Files.size(file), where, program.setting().maxOutputBytes()));
        }
    }

    private boolean isTooMuch(Path file) {
        return file.toFile().length() > program.setting().maxOutputBytes();
    }

    private void requireSuccess(int exitCode) throws ModelException {
        if (exitCode != 0) {
            String errors = group.errors();
            String message = Child.describe(exitCode) + (errors.isEmpty() ? "" : ": " + errors);
            throw Child.isSignal(exitCode) ? new KilledException(message, 0) : new ModelException(message);
        }
    }

    private void readResult(Path scratch, Outputs outputs) throws IOException, ModelException {
        Path name = program.result().file();
        Path file = name == null ? printed : scratch.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidOutputException("wrote no file '%s'".formatted(name));
        }
        requireModest(file, "wrote", " into '%s'".formatted(name));
        byte[] bytes = Files.readAllBytes(file);
        format.read(bytes, bytes.length, outputs);
    }

    /** The same failure, with the place where its files are, if they are kept. */
    private ModelException withFiles(ModelException failure, Point point, Path scratch) {
        Optional<Path> place = kept.keep(scratch, "seed-%d-point-%d".formatted(point.sweepSeed(), point.index()));
        if (place.isEmpty()) {
            return failure;
        }
        String message = "%s (its files, until %d more points fail: %s)"
                .formatted(failure.getMessage(), kept.limit(), place.get());
        if (failure instanceof KilledException) {
            return new KilledException(message, 0);
        }
        return failure instanceof InvalidOutputException
                ? new InvalidOutputException(message)
                : new ModelException(message);
    }

    /** What points have left running in the background is not to outlive them by long. */
    @Override
    public void rest() {
        group.killLeftovers();
    }

    @Override
    public ProgramPhase phase() {
        return phase;
    }

    @Override
    public void watch() {
        group.watch();
        if (isTooMuch(printed)) {
            group.kill();
        }
    }

    @Override
    public void close() {
        group.close();
    }
}
