package parsweep.model.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private byte[] output = new byte[1 << 13];

    PointSession(PointProgram program, ProgramFiles code, ProcessGroup group, KeptFiles kept) {
        this.program = program;
        this.code = code;
        this.group = group;
        this.kept = kept;
        this.format = program.result().format(program.description().outputs());
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
        Child child = group.start(launch);
        int length;
        try {
            phase = ProgramPhase.WAITING;
            length = read(child);
            requireSuccess(child.awaitExit());
        } finally {
            child.close();
        }
        phase = ProgramPhase.PARSING;
        readResult(scratch, length, outputs);
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

    /** Reads standard output to its end, which is when all have closed it that the process has started. */
    private int read(Child child) throws IOException, ModelException, InterruptedException {
        int length = 0;
        for (int n = 0; n >= 0; n = child.read(output, length, output.length - length)) {
            length += n;
            if (length > program.setting().maxOutputBytes()) {
                child.kill();
                throw new InvalidOutputException(
                        "printed more than %d bytes (expected: at most that; see limits.output)"
                                .formatted(program.setting().maxOutputBytes()));
            }
            if (length == output.length) {
                output = Arrays.copyOf(output, 2 * length);
            }
        }
        return length;
    }

    private void requireSuccess(int exitCode) throws ModelException {
        if (exitCode != 0) {
            String errors = group.errors();
            String message = Child.describe(exitCode) + (errors.isEmpty() ? "" : ": " + errors);
            throw Child.isSignal(exitCode) ? new KilledException(message, 0) : new ModelException(message);
        }
    }

    private void readResult(Path scratch, int length, Outputs outputs) throws IOException, ModelException {
        Path name = program.result().file();
        if (name == null) {
            format.read(output, length, outputs);
            return;
        }
        Path file = scratch.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidOutputException("wrote no file '%s'".formatted(name));
        }
        if (Files.size(file) > program.setting().maxOutputBytes()) {
            throw new InvalidOutputException("wrote %d bytes into '%s' (expected: at most %d; see limits.output)"
                    .formatted(Files.size(file), name, program.setting().maxOutputBytes()));
        }
        byte[] bytes = Files.readAllBytes(file);
        format.read(bytes, bytes.length, outputs);
    }

    /** The same failure, with the place where its files are, if they are kept. */
    private ModelException withFiles(ModelException failure, Point point, Path scratch) {
        Optional<Path> place = kept.keep(scratch, "seed-%d-point-%d".formatted(point.sweepSeed(), point.index()));
        if (place.isEmpty()) {
            return failure;
        }
        String message = "%s (its files: %s)".formatted(failure.getMessage(), place.get());
        if (failure instanceof KilledException) {
            return new KilledException(message, 0);
        }
        return failure instanceof InvalidOutputException
                ? new InvalidOutputException(message)
                : new ModelException(message);
    }

    @Override
    public ProgramPhase phase() {
        return phase;
    }

    @Override
    public void watch() {
        group.watch();
    }

    @Override
    public void close() {
        group.close();
    }
}
