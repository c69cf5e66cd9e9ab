package parsweep.export;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Python process that reads one file after another into arrays, a line of JSON each. Not thread-safe. */
final class NumPy implements AutoCloseable {
    static final String MISSING = "python3 with numpy is not installed: npy and npz are NOT tested against NumPy here";

    /** The first line says that NumPy is there. Reals travel as their bits: JSON has no NaN. */
    private static final String SCRIPT = """
            import json, sys
            import numpy as np

            def described(array):
                reals = array.dtype.kind == 'f'
                values = array.astype('float64').view('int64') if reals else array
                return {'type': array.dtype.str, 'shape': array.shape, 'values': values.ravel().tolist()}

            print(json.dumps(np.__version__), flush=True)
            for line in sys.stdin:
                try:
                    loaded = np.load(json.loads(line))
                    one = isinstance(loaded, np.ndarray)
                    arrays = {'': loaded} if one else {name: loaded[name] for name in loaded.files}
                    answer = {name: described(array) for name, array in arrays.items()}
                except Exception as e:
                    answer = repr(e)
                print(json.dumps(answer), flush=True)
            """;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private NumPy(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.US_ASCII);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** NumPy; empty, with a warning, where there is none. */
    static Optional<NumPy> start() {
        return start(SCRIPT, MISSING, List.of("python3"));
    }

    /**
     * Starts the first Python that runs a script.
     *
     * @param script prints a line as soon as it is ready
     * @param missing the warning if there is none
     */
    static Optional<NumPy> start(String script, String missing, List<String> pythons) {
        for (String python : pythons) {
            try {
                NumPy numPy = new NumPy(new ProcessBuilder(python, "-c", script)
                        .redirectError(Redirect.DISCARD)
                        .start());
                if (numPy.answers.readLine() != null) {
                    return Optional.of(numPy);
                }
                numPy.close();
            } catch (IOException e) {
                // no python3 is as good as one without the modules
            }
        }
        System.err.println("WARNING: " + missing);
        return Optional.empty();
    }

    /**
     * What the script makes of a file.
     *
     * @return by name; the only array of an {@code npy} has none
     * @throws IOException if it is not taken, with Python's words
     */
    Map<String, NumPyArray> load(Path file) throws IOException {
        questions.write(MAPPER.writeValueAsString(file.toString()));
        questions.newLine();
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("python3 has ended");
        }
        JsonNode answer = MAPPER.readTree(line);
        if (answer.isString()) {
            throw new IOException(answer.stringValue());
        }
        Map<String, NumPyArray> arrays = new LinkedHashMap<>();
        answer.properties().forEach(entry -> arrays.put(entry.getKey(), array(entry.getValue())));
        return arrays;
    }

    private static NumPyArray array(JsonNode node) {
        String type = node.required("type").stringValue();
        List<Integer> shape = new ArrayList<>();
        node.required("shape").forEach(extent -> shape.add(extent.intValue()));
        List<Object> values = new ArrayList<>();
        node.required("values").forEach(value -> values.add(value(type.charAt(1), value)));
        return new NumPyArray(type, shape, values);
    }

    private static Object value(char kind, JsonNode value) {
        return switch (kind) {
            case 'f' -> Double.longBitsToDouble(value.longValue());
            case 'i' -> value.longValue();
            case 'b' -> value.booleanValue();
            default -> value.stringValue();
        };
    }

    @Override
    public void close() throws IOException {
        questions.close(); // ends the loop of the script
        process.destroy();
    }
}
