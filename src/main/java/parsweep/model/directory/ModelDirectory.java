package parsweep.model.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.Model;
import parsweep.model.ModelCatalogue;
import parsweep.model.ModelCatalogue.Broken;
import parsweep.model.ModelCatalogue.Supply;
import parsweep.model.plugin.PluginJar;
import parsweep.model.program.ProgramFiles;
import parsweep.model.program.ProgramReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the directory of models into the catalogue. Thread-safe; readers of the catalogue never wait for it. */
public final class ModelDirectory {
    private static final String SOURCE = "models directory";
    private static final List<String> MANIFESTS = List.of("model.yaml", "model.yml", "model.json");

    /** JSON is YAML. A name that stands twice is a typing error, of which Jackson by itself would keep the second. */
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path root;
    private final ModelCatalogue catalogue;
    private final ProgramReader programs;
    private final Path copies;
    private Map<Path, Known> known = new HashMap<>(); // guarded by this

    private Map<Path, PluginJar> jars = new HashMap<>(); // guarded by this

    /** A model, and the files that it was read from. */
    private record Known(ProgramFiles files, Model model) {}

    /**
     * @param root may be missing: then there are no models in it
     * @param copies where copies of jars are kept
     */
    public ModelDirectory(Path root, ModelCatalogue catalogue, ProgramReader programs, Path copies) {
        this.root = root.toAbsolutePath().normalize();
        this.catalogue = catalogue;
        this.programs = programs;
        this.copies = copies;
    }

    /** Reads what is there now. Models whose files have not changed stay the same objects, with their open sessions. */
    public synchronized void refresh() {
        List<Model> models = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        Map<Path, Known> found = new HashMap<>();
        Map<Path, PluginJar> foundJars = new HashMap<>();
        for (Path entry : entries(broken)) {
            try {
                if (Files.isDirectory(entry)) {
                    Known program = program(entry);
                    found.put(entry, program);
                    models.add(program.model());
                } else if (entry.toString().endsWith(".jar")) {
                    PluginJar jar = jar(entry);
                    foundJars.put(entry, jar);
                    models.addAll(jar.models());
                }
            } catch (InvalidDefinition | IOException e) {
                broken.add(new Broken(name(entry), entry.toString(), String.valueOf(e.getMessage())));
            }
        }
        known = found;
        jars = foundJars;
        catalogue.replace(SOURCE, new Supply(models, broken));
    }

    /** The name that a manifest gives; that of its directory if it gives none. */
    private static String name(Path entry) {
        String otherwise = entry.getFileName().toString();
        try {
            Optional<Path> manifest = manifest(entry);
            return manifest.isEmpty()
                    ? otherwise
                    : parse(manifest.get()).path("name").asString(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    private List<Path> entries(List<Broken> broken) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            broken.add(new Broken("", root.toString(), e.toString()));
            return List.of();
        }
    }

    private Known program(Path directory) throws IOException {
        Known before = known.get(directory);
        if (before != null && before.files().changedNow().isEmpty()) {
            return before;
        }
        Path manifest = manifest(directory)
                .orElseThrow(() -> new IOException("no manifest (expected: a file %s)".formatted(MANIFESTS.get(0))));
        ProgramFiles files = ProgramFiles.of(directory);
        Node node = new Node(parse(manifest), "");
        return new Known(files, programs.read(node, directory, files));
    }

    private PluginJar jar(Path file) throws IOException {
        PluginJar before = jars.get(file);
        if (before != null && before.digest().equals(PluginJar.digest(Files.readAllBytes(file)))) {
            return before;
        }
        return PluginJar.load(file, copies);
    }

    private static Optional<Path> manifest(Path directory) {
        return MANIFESTS.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static JsonNode parse(Path manifest) throws IOException {
        try {
            return YAML.readTree(Files.readAllBytes(manifest));
        } catch (JacksonException e) {
            @Nullable TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new IOException(manifest.getFileName() + place + ": " + firstLine(e.getOriginalMessage()), e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
