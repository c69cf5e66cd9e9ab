package parsweep.model.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelCode;
import parsweep.model.ModelCode.Kind;
import parsweep.model.ModelDescription;
import parsweep.model.Session;
import parsweep.model.manifest.Manifest;
import parsweep.model.process.Launch;
import parsweep.model.process.ProcessGroup;
import parsweep.model.process.Processes;
import parsweep.model.process.Tools;
import parsweep.model.program.ProgramModel.Opener;
import parsweep.model.program.worker.PythonFunction;
import parsweep.model.program.worker.WorkerProgram;

/** Reads manifests of programs. */
public final class ProgramReader {
    private static final List<String> COMMON = List.of("protocol", "env", "limits", "isolation");
    private static final List<String> PROCESS = List.of("command", "shell", "stdin", "files", "result", "keep");

    private static final List<String> WORKER = List.of("command", "shell");
    private static final List<String> PYTHON = List.of("function", "python");
    private static final Pattern FUNCTION = Pattern.compile("\\w+(\\.\\w+)*:\\w+(\\.\\w+)*");
    private static final int MAX_FUNCTION = 500;

    /** Enough to see what is wrong with a program. */
    private static final int KEPT = 10;

    private static final int MAX_KEPT = 1000;

    private final Processes processes;

    public ProgramReader(Processes processes) {
        this.processes = processes;
    }

    /**
     * The model that a directory holds.
     *
     * @param files of the directory; their digest becomes the version, or its end
     * @throws InvalidDefinition if the manifest is wrong, or what it names is not there
     */
    public Model read(Node manifest, Path directory, ProgramFiles files) {
        ModelDescription declared = Manifest.read(manifest, files.digest());
        ModelDescription description = declared.version().equals(files.digest())
                ? declared
                : declared.withVersion(declared.version() + "-" + files.digest());
        Opener opener = switch (manifest.at("protocol").json().asString("")) {
            case "process" -> process(manifest, directory, files, description);
            case "worker" -> worker(manifest, directory, description);
            case "python" -> python(manifest, directory, description);
            default -> throw manifest.at("protocol").invalid("process, worker or python");
        };
        return new ProgramModel(
                description, files, opener, code(manifest, directory, files), Setting.startTimeout(manifest));
    }

    private Opener process(Node manifest, Path directory, ProgramFiles files, ModelDescription description) {
        requireOnly(manifest, PROCESS);
        Places places = Places.ofPoint(description, directory);
        PointProgram program = new PointProgram(
                description,
                Setting.read(manifest, directory, places),
                Command.read(manifest, directory, places),
                InputFile.read(manifest, directory, places),
                isJsonInput(manifest),
                ResultSource.read(manifest));
        int keep = manifest.find("keep")
                .map(node -> (int) node.integer(0, MAX_KEPT))
                .orElse(KEPT);
        KeptFiles kept = new KeptFiles(processes.root().resolve("failed").resolve(description.name()), keep);
        return () -> new PointSession(
                program, files, processes.open(program.setting().limits()), kept);
    }

    private Opener worker(Node manifest, Path directory, ModelDescription description) {
        requireOnly(manifest, WORKER);
        Places places = Places.ofProcess(directory);
        Setting setting = Setting.read(manifest, directory, places);
        Command command = Command.read(manifest, directory, places);
        WorkerProgram program = new WorkerProgram(description, setting.maxOutputBytes());
        return () -> opened(setting, group -> program.openJson(group, setting.launch(command, group.directory())));
    }

    private Opener python(Node manifest, Path directory, ModelDescription description) {
        requireOnly(manifest, PYTHON);
        Setting setting = Setting.read(manifest, directory, Places.ofProcess(directory));
        String python = manifest.find("python")
                .map(node -> Command.program(node, directory))
                .orElseGet(() -> Tools.find("python3")
                        .orElseThrow(() -> manifest.at("python").invalid("python3 in PATH, or where Python is"))
                        .toString());
        PythonFunction function = new PythonFunction(directory, function(manifest.at("function")));
        WorkerProgram program = new WorkerProgram(description, setting.maxOutputBytes());
        return () -> opened(setting, group -> {
            Path script = PythonFunction.install(group.directory());
            Launch launch = setting.launch(List.of(python, script.toString()), group.directory());
            return program.openPython(group, launch, function);
        });
    }

    /** What others need to compute points themselves. */
    private static ModelCode code(Node manifest, Path directory, ProgramFiles files) {
        Optional<Node> function = manifest.find("function");
        return function.isPresent()
                ? new ModelCode(Kind.PYTHON, directory, files.names(), function(function.get()))
                : new ModelCode(Kind.PROGRAM, directory, files.names(), Recipe.of(manifest, files));
    }

    private static String function(Node node) {
        String name = node.text(MAX_FUNCTION);
        if (!FUNCTION.matcher(name).matches()) {
            throw node.invalid("module:function, such as simulate:run");
        }
        return name;
    }

    /** What is opened with a group of processes of its own. */
    private interface Opening {
        Session with(ProcessGroup group) throws IOException;
    }

    private Session opened(Setting setting, Opening opening) throws IOException {
        ProcessGroup group = processes.open(setting.limits());
        boolean isOpen = false;
        try {
            Session session = opening.with(group);
            isOpen = true;
            return session;
        } finally {
            if (!isOpen) {
                group.close();
            }
        }
    }

    private static boolean isJsonInput(Node manifest) {
        return manifest.find("stdin")
                .map(node -> {
                    if (!node.json().asString("").equals("json")) {
                        throw node.invalid("json, or no stdin");
                    }
                    return true;
                })
                .orElse(false);
    }

    private static void requireOnly(Node manifest, List<String> fields) {
        List<String> known = new ArrayList<>(Manifest.FIELDS);
        known.addAll(COMMON);
        known.addAll(fields);
        manifest.requireOnly(known.toArray(String[]::new));
    }
}
