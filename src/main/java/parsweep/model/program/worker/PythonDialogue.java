package parsweep.model.program.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parsweep.model.InvalidOutputException;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.space.ValueType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The service's end of {@code parsweep_worker.py}, which says what the bytes mean. */
final class PythonDialogue implements Dialogue {
    /** The worker reads on while it waits to write, so that this is a matter of memory only. */
    private static final int MAX_BYTES_AHEAD = 1 << 15;

    private static final int FAILED = 1;
    private static final int INVALID = 2;

    private final List<Parameter> parameters;
    private final List<Output> outputs;
    private final List<Argument> arguments = new ArrayList<>();
    private final PythonBatch batch;
    private double[] elements = new double[64];
    private double seconds = Double.NaN;

    /** Writes an argument of the function. */
    private interface Argument {
        void write(Point point, Requests requests);
    }

    PythonDialogue(ModelDescription description) {
        this.parameters = description.parameters();
        this.outputs = description.outputs();
        this.batch = new PythonBatch(outputs);
    }

    /** The first line to the worker. */
    byte[] configuration(PythonFunction function) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("path", function.directory().toString());
        json.put("function", function.name());
        ArrayNode ofParameters = json.putArray("parameters");
        parameters.forEach(
                parameter -> ofParameters.addArray().add(parameter.name()).add(word(parameter.type())));
        ArrayNode ofOutputs = json.putArray("outputs");
        outputs.forEach(output ->
                ofOutputs.addArray().add(output.name()).add(output.shape().isArray() ? "array" : word(output.type())));
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String word(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int maxBytesAhead() {
        return MAX_BYTES_AHEAD;
    }

    @Override
    public void greet(Answers answers) throws IOException, ModelException, InterruptedException {
        int length = answers.line();
        String line = new String(answers.buffer(), answers.position() - 1 - length, length, StandardCharsets.UTF_8);
        JsonNode reply;
        try {
            reply = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new IOException("printed '%s' instead of beginning".formatted(line), e);
        }
        if (reply.has("error")) {
            throw new ModelException(reply.path("error").asString(""));
        }
        List<Integer> texts = new ArrayList<>();
        for (JsonNode name : reply.path("order")) {
            arguments.add(argument(name.asString(""), texts));
        }
        for (int slot : texts) {
            arguments.add((point, requests) -> requests.writeBytes(utf8(point, slot)));
        }
    }

    private static byte[] utf8(Point point, int slot) {
        return point.text(slot).getBytes(StandardCharsets.UTF_8);
    }

    private Argument argument(String name, List<Integer> texts) {
        int slot = Parameter.slot(parameters, name);
        if (slot < 0) {
            return name.equals("rng")
                    ? (point, requests) -> {
                        requests.int64(point.sweepSeed());
                        requests.int64(point.index());
                    }
                    : (point, requests) -> requests.int64(point.seed());
        }
        return switch (parameters.get(slot).type()) {
            case REAL -> (point, requests) -> requests.real(point.real(slot));
            case INTEGER -> (point, requests) -> requests.int64(point.integer(slot));
            case BOOLEAN -> (point, requests) -> requests.write(point.flag(slot) ? 1 : 0);
            case TEXT -> {
                texts.add(slot);
                yield (point, requests) -> requests.int32(utf8(point, slot).length);
            }
        };
    }

    @Override
    public void write(Point point, Requests requests) {
        for (int i = 0; i < arguments.size(); i++) {
            arguments.get(i).write(point, requests);
        }
    }

    @Override
    public void read(Answers answers, long index, Outputs target)
            throws IOException, ModelException, InterruptedException {
        if (batch.isEmpty()) {
            int size = answers.int32(answers.take(Integer.BYTES));
            if (size <= 0) {
                readRow(answers, target);
                return;
            }
            batch.take(answers, size);
        }
        batch.next(answers, target);
        seconds = batch.seconds();
    }

    private void readRow(Answers answers, Outputs target) throws IOException, ModelException, InterruptedException {
        int length = answers.int32(answers.take(Integer.BYTES));
        int at = answers.take(length);
        int end = at + length;
        seconds = answers.real(at);
        target.took(seconds);
        int status = answers.buffer()[at + Double.BYTES];
        at += Double.BYTES + 1;
        if (status == FAILED || status == INVALID) {
            String message = new String(answers.buffer(), at, end - at, StandardCharsets.UTF_8);
            throw status == FAILED ? new ModelException(message) : new InvalidOutputException(message);
        }
        for (int slot = 0; slot < outputs.size(); slot++) {
            at = readOutput(answers, target, slot, at);
        }
    }

    /** Reads an output; returns where the next begins. */
    private int readOutput(Answers answers, Outputs target, int slot, int at) {
        Output output = outputs.get(slot);
        if (output.shape().isArray()) {
            int n = answers.int32(at);
            if (elements.length < n) {
                elements = new double[n];
            }
            answers.reals(at + Integer.BYTES, elements, n);
            target.array(slot, elements, n);
            return at + Integer.BYTES + n * Double.BYTES;
        }
        switch (output.type()) {
            case REAL -> target.real(slot, answers.real(at));
            case INTEGER -> target.integer(slot, answers.int64(at));
            case BOOLEAN -> target.flag(slot, answers.int64(at) != 0);
            case TEXT -> {
                int n = answers.int32(at);
                target.text(slot, new String(answers.buffer(), at + Integer.BYTES, n, StandardCharsets.UTF_8));
                return at + Integer.BYTES + n;
            }
        }
        return at + Double.BYTES;
    }

    @Override
    public double seconds() {
        return seconds;
    }
}
