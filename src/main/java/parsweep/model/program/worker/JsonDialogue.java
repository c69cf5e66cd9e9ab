package parsweep.model.program.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Outputs;
import parsweep.model.Point;
import parsweep.model.program.JsonResult;
import parsweep.model.program.PointJson;

/**
 * JSON lines: the process prints {@code ready}, reads a line per point and prints a line per answer, in the same order.
 */
final class JsonDialogue implements Dialogue {
    private static final String READY = "ready";

    /**
     * What the smallest pipe holds. A process that waits until somebody reads its answers reads nothing meanwhile, and we
     * read nothing while we wait to write.
     */
    private static final int MAX_BYTES_AHEAD = 4096;

    private static final int MAX_SHOWN = 200;

    private final PointJson points;
    private final JsonResult results;
    private double seconds;

    JsonDialogue(ModelDescription description) {
        points = new PointJson(description.parameters());
        results = new JsonResult(description.outputs());
    }

    @Override
    public int maxBytesAhead() {
        return MAX_BYTES_AHEAD;
    }

    @Override
    public void greet(Answers answers) throws IOException, InterruptedException {
        int length = answers.line();
        String line = text(answers, length);
        if (!line.strip().equals(READY)) {
            throw new IOException("printed '%s' (expected: the line %s)".formatted(line, READY));
        }
    }

    private static String text(Answers answers, int length) {
        int start = answers.position() - 1 - length;
        return new String(answers.buffer(), start, Math.min(length, MAX_SHOWN), StandardCharsets.UTF_8);
    }

    @Override
    public void write(Point point, Requests requests) {
        points.write(point, requests);
        requests.write('\n');
    }

    @Override
    public void read(Answers answers, long index, Outputs outputs)
            throws IOException, ModelException, InterruptedException {
        long started = System.nanoTime();
        int length = answers.line();
        seconds = (System.nanoTime() - started) * 1e-9;
        int start = answers.position() - 1 - length;
        if (length == 0 || answers.buffer()[start] != '{') {
            throw new IOException("printed '%s' (expected: a line with a JSON object of outputs, and no other)"
                    .formatted(text(answers, length)));
        }
        try {
            results.read(answers.buffer(), start, length, outputs);
        } catch (ModelException e) {
            requireIndex(index);
            throw e;
        }
        requireIndex(index);
    }

    /** Compares the index that a program has repeated, if it does that, with that of the point. */
    private void requireIndex(long index) throws IOException {
        String repeated = results.index();
        if (repeated != null && index != ANY && !repeated.equals(Long.toString(index))) {
            throw new IOException("answered to index %s (expected: %d)".formatted(repeated, index));
        }
    }

    @Override
    public double seconds() {
        return seconds;
    }
}
