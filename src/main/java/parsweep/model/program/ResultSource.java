package parsweep.model.program;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parsweep.json.Node;
import parsweep.model.Output;

/**
 * Where the outputs of a program are found: on standard output, or in a file that it writes.
 *
 * @param file within the scratch directory; null for standard output
 */
record ResultSource(@Nullable Path file, Kind kind) {
    private static final int MAX_NAME = 1000;

    enum Kind {
        JSON,
        LINES,
        CSV
    }

    /** Reads {@code result}: {@code {file: out.csv, format: csv}}; without it, JSON on standard output. */
    static ResultSource read(Node manifest) {
        Node result = manifest.at("result");
        if (result.json().isMissingNode()) {
            return new ResultSource(null, Kind.JSON);
        }
        result.requireObject("an object with file and format").requireOnly("file", "format");
        Path file = result.find("file")
                .map(node -> InputFile.inside(node, node.text(MAX_NAME)))
                .orElse(null);
        Kind kind = result.find("format").map(ResultSource::kind).orElse(byEnding(file));
        return new ResultSource(file, kind);
    }

    private static Kind kind(Node node) {
        return switch (node.json().asString("")) {
            case "json" -> Kind.JSON;
            case "lines" -> Kind.LINES;
            case "csv" -> Kind.CSV;
            default -> throw node.invalid("json, lines or csv");
        };
    }

    private static Kind byEnding(@Nullable Path file) {
        String name = file == null ? "" : file.toString();
        return name.endsWith(".csv") ? Kind.CSV : name.endsWith(".txt") ? Kind.LINES : Kind.JSON;
    }

    ResultFormat format(List<Output> outputs) {
        return switch (kind) {
            case JSON -> new JsonResult(outputs);
            case LINES -> new LinesResult(outputs);
            case CSV -> new CsvResult(outputs);
        };
    }
}
