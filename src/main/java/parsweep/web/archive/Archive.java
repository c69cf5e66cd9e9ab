package parsweep.web.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import parsweep.model.ModelCode;
import parsweep.model.manifest.Manifest;
import parsweep.sweep.SweepResults;
import parsweep.web.results.ResultFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A sweep as a ZIP archive. */
final class Archive {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SweepResults results;
    private final JsonNode definition;
    private final Provenance provenance;
    private final boolean withCode;
    private final String folder;

    /**
     * @param withCode whether files of the operator's that a model consists of may be given away
     */
    Archive(SweepResults results, String definition, Provenance provenance, boolean withCode) {
        this.results = results;
        this.definition = JSON.readTree(definition);
        this.provenance = provenance;
        this.withCode = withCode;
        this.folder = "sweep-%d/".formatted(results.sweep().id());
    }

    /** Something that writes an entry. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes everything, and does not close {@code out}. */
    void write(OutputStream out) throws IOException {
        Optional<String> module = new ModelScript(results, definition, withCode).text();
        Entries entries = new Entries(out);
        try {
            text(entries, "README.txt", new Readme(results, module.isPresent()).text());
            text(entries, "definition.json", JSON.writeValueAsString(definition));
            text(entries, "model.json", JSON.writeValueAsString(Manifest.write(results.model())));
            text(entries, "sweep.json", JSON.writeValueAsString(provenance.of(results)));
            if (module.isPresent()) {
                text(entries, "model.py", module.get());
                text(entries, "rerun.py", ModelScript.resource("rerun.py"));
            }
            if (withCode && results.code().isPresent()) {
                code(entries, results.code().get());
            }
            entry(entries, "results.csv", Deflater.BEST_SPEED, stream -> ResultFiles.csv(results, stream));
            entry(entries, "results.npz", Deflater.NO_COMPRESSION, stream -> ResultFiles.npz(results, stream));
            entries.finish();
        } finally {
            entries.release();
        }
        out.flush();
    }

    private void code(Entries entries, ModelCode code) throws IOException {
        for (String name : ModelScript.files(code)) {
            entry(
                    entries,
                    "code/" + name,
                    Deflater.BEST_SPEED,
                    out -> Files.copy(code.directory().resolve(name), out));
        }
    }

    private void text(Entries entries, String name, String text) throws IOException {
        entry(entries, name, Deflater.BEST_SPEED, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void entry(Entries entries, String name, int level, Content content) throws IOException {
        entries.setLevel(level);
        entries.putNextEntry(new ZipEntry(folder + name));
        content.write(new Unclosed(entries));
        entries.closeEntry();
    }

    /** A ZIP stream whose native memory is given back without closing the stream below. */
    private static final class Entries extends ZipOutputStream {
        Entries(OutputStream out) {
            super(out);
        }

        void release() {
            def.end();
        }
    }

    /** Formats flush at their end, which would end a block of the compression, and may close. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
