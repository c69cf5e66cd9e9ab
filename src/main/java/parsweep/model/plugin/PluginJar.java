package parsweep.model.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import parsweep.model.Model;
import parsweep.model.ModelDescription;

/** A jar with models, as it was when it was read: it is loaded from a copy, and its digest is part of their versions. */
public final class PluginJar {
    private final String digest;
    private final List<Model> models;

    private PluginJar(String digest, List<Model> models) {
        this.digest = digest;
        this.models = List.copyOf(models);
    }

    /**
     * Loads the models of a jar.
     *
     * @param copies where the copy is kept that classes are loaded from, as long as the service runs: the jar itself may be
     *     replaced at any time, and that ends a JVM which has it open
     * @throws IOException if it cannot be read, has no models, or one of them cannot be made
     */
    public static PluginJar load(Path jar, Path copies) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        String digest = digest(bytes);
        Path copy = copies.resolve(digest + ".jar");
        if (!Files.exists(copy)) {
            Files.createDirectories(copies);
            Files.write(copy, bytes);
            copy.toFile().deleteOnExit();
        }
        List<Model> models = new ArrayList<>();
        try {
            // Not closed: the classes of its models are loaded when they are needed, and old versions go with their
            // sweeps.
            URLClassLoader loader = new URLClassLoader(new URL[] {copy.toUri().toURL()}, Model.class.getClassLoader());
            for (Model model : ServiceLoader.load(Model.class, loader)) {
                if (model.getClass().getClassLoader() == loader) {
                    ModelDescription declared = model.description();
                    models.add(new PluginModel(model, declared.withVersion(declared.version() + "-" + digest)));
                }
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            throw new IOException("no models could be made of it: " + e, e);
        }
        if (models.isEmpty()) {
            throw new IOException(
                    "no models (expected: their class names in META-INF/services/" + Model.class.getName() + ")");
        }
        return new PluginJar(digest, models);
    }

    /** Of a jar's bytes: 48 bits, as for programs. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    public String digest() {
        return digest;
    }

    public List<Model> models() {
        return models;
    }
}
