package parsweep.model.wasm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parsweep.json.InvalidDefinition;
import parsweep.json.Node;
import parsweep.model.manifest.Manifest;
import parsweep.model.wasm.WasmModel.Compiled;

/** Makes models of manifests and modules, and keeps those compiled that were used last. Thread-safe. */
public final class WasmModels {
    /** A module of 1 MB is some 20 MB of classes and tables; sessions hold theirs anyway. */
    private static final int MAX_KEPT = 4;

    private static final int PAGE_BYTES = 1 << 16;
    private static final int MAX_NAME = 200;

    /** 128 bits: nobody can make two modules of one version. */
    private static final int VERSION_BYTES = 16;

    private final int maxPages;
    private final SelfTest selfTest = new SelfTest();
    private final Deque<Compiled> kept = new ArrayDeque<>(); // the last one first; guarded by itself

    /** @param memoryBytes that the memory of an instance may have, whatever a module declares; in whole pages of 64 KiB */
    public WasmModels(long memoryBytes) {
        this.maxPages = (int) Math.min(memoryBytes / PAGE_BYTES, Short.MAX_VALUE);
    }

    /** What a manifest and a module are called: a digest of both. */
    public static String version(Node manifest, byte[] module) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(manifest.json().toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(module), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * A model that has not been compiled yet.
     *
     * @param manifest the common fields but for the version, and {@code function}, the name of what is called first
     *     ({@code run})
     * @param module asked for its bytes when they are needed
     * @throws InvalidDefinition if something in the manifest is wrong
     */
    public WasmModel model(Node manifest, String version, Supplier<byte[]> module) {
        List<String> fields = Stream.concat(
                        Manifest.FIELDS.stream().filter(field -> !field.equals("version")), Stream.of("function"))
                .toList();
        manifest.requireObject("a manifest with the fields " + String.join(", ", fields))
                .requireOnly(fields.toArray(String[]::new));
        String run = manifest.find("function").map(node -> node.text(MAX_NAME)).orElse(null);
        return new WasmModel(Manifest.read(manifest, version), run, module, this);
    }

    /**
     * Tests the JVM at the first call, which takes a second or two.
     *
     * @throws WebAssemblyUnavailable if this JVM does not compute modules correctly
     */
    public void requireCorrectness() {
        selfTest.require();
    }

    int maxPages() {
        return maxPages;
    }

    /** Keeps a compiled module from being collected, until some others have been used after it. */
    void keep(Compiled code) {
        synchronized (kept) {
            kept.remove(code);
            kept.addFirst(code);
            if (kept.size() > MAX_KEPT) {
                kept.removeLast();
            }
        }
    }
}
