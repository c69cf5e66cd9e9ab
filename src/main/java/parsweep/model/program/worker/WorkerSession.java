package parsweep.model.program.worker;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parsweep.model.KilledException;
import parsweep.model.ModelException;
import parsweep.model.ModelUnavailableException;
import parsweep.model.Outputs;
import parsweep.model.Point;
import parsweep.model.ProgramPhase;
import parsweep.model.Session;
import parsweep.model.Upcoming;
import parsweep.model.process.Child;
import parsweep.model.process.ProcessGroup;

/** A process that computes one point after the other, and is sent some of them ahead. */
final class WorkerSession implements Session {
    /** What is under way: long beside the 3 ms that answers wait for each other, short beside a block's 500 ms. */
    private static final double HORIZON_SECONDS = 0.01;

    /** Points that take longer are sent one by one: a round trip is nothing beside them. */
    private static final double LONG_SECONDS = 0.02;

    /** Of the newest point in the mean time of a point. */
    private static final double WEIGHT = 1.0 / 16;

    /** Bytes of what is printed unasked. */
    private static final int MAX_SHOWN = 200;

    /** How long a process that has closed its output may take to end. */
    private static final int EXIT_MILLIS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSession.class);

    private final ProcessGroup group;
    private final Child child;
    private final Dialogue dialogue;
    private final Answers answers;
    private final Requests requests = new Requests();
    private @Nullable Upcoming upcoming;
    private boolean isForeseenAnew;
    private double meanSeconds = Double.NaN;
    private volatile ProgramPhase phase = ProgramPhase.PARSING;
    private int unsent; // bytes at the end of the requests

    /**
     * @param child has just been started
     */
    WorkerSession(ProcessGroup group, Child child, Dialogue dialogue, Answers answers) {
        this.group = group;
        this.child = child;
        this.dialogue = dialogue;
        this.answers = answers;
    }

    /**
     * Waits until the process is ready for points.
     *
     * @throws IOException if it does not become so
     */
    void greet() throws IOException {
        try {
            dialogue.greet(answers);
        } catch (ModelException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        } catch (InterruptedException e) {
            throw new ModelUnavailableException("stopped before it began", e);
        }
    }

    @Override
    public void foresee(Upcoming points) {
        upcoming = points;
        isForeseenAnew = true;
    }

    @Override
    public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
        try {
            request(point);
            sendAhead();
            flush();
            readAnswer(point.index(), outputs);
        } catch (IOException e) {
            throw new KilledException(reason(e), requests.pending() - 1);
        } catch (InterruptedException e) {
            if (requests.pending() > 1) {
                throw new KilledException("stopped", requests.pending() - 1);
            }
            throw e;
        }
    }

    /** Makes the point the oldest that is under way; it mostly is. */
    private void request(Point point) throws IOException, ModelException, InterruptedException {
        write(point);
        if (!requests.isOldest() || (isForeseenAnew && !isOnTheWay())) {
            begin(point);
        }
        isForeseenAnew = false;
    }

    /** Sends the point, and after it what is to come. */
    private void begin(Point point) throws IOException, ModelException, InterruptedException {
        discardAnswers();
        String unasked = unasked();
        if (unasked != null) {
            LOG.warn("a worker {}: its last answers may be those of other points", unasked);
            throw new KilledException(reason(new IOException(unasked)), 1); // whoever is to blame, it is not this point
        }
        write(point);
        add();
        if (upcoming != null) {
            upcoming.rewind();
        }
    }

    /** Takes from what is to come what was sent for the last block; false if that was something else. */
    private boolean isOnTheWay() {
        Upcoming points = upcoming;
        for (int i = 1; points != null && i < requests.pending(); i++) {
            Point next = points.next();
            if (next == null) {
                return false;
            }
            write(next);
            if (!requests.isPending(i)) {
                return false;
            }
        }
        return true;
    }

    private void write(Point point) {
        requests.begin();
        dialogue.write(point, requests);
    }

    private void add() {
        unsent += requests.length();
        requests.add();
    }

    /** Waits for answers to points that are not wanted any more. */
    private void discardAnswers() throws IOException, InterruptedException {
        while (requests.pending() > 0) {
            try {
                dialogue.read(answers, Dialogue.ANY, NoOutputs.INSTANCE);
            } catch (ModelException e) {
                // of a point that nobody asks for
            }
            requests.remove();
        }
    }

    /** Fills up what is under way when half of it is answered. */
    private void sendAhead() {
        Upcoming points = upcoming;
        if (points == null || !(meanSeconds < LONG_SECONDS)) {
            return;
        }
        double wanted = Math.max(2, HORIZON_SECONDS / Math.max(meanSeconds, 1e-9));
        int maxBytes = dialogue.maxBytesAhead();
        if (requests.pending() > wanted / 2 || requests.bytes() > maxBytes / 2) {
            return;
        }
        for (Point next = points.next(); next != null; next = points.next()) {
            write(next);
            add();
            if (requests.pending() >= wanted || requests.bytes() + requests.length() > maxBytes) {
                return;
            }
        }
    }

    private void flush() throws IOException, InterruptedException {
        if (unsent > 0) {
            phase = ProgramPhase.WRITING;
            child.write(requests.buffer(), requests.end() - unsent, unsent);
            unsent = 0;
            phase = ProgramPhase.PARSING;
        }
    }

    private void readAnswer(long index, Outputs outputs) throws IOException, ModelException, InterruptedException {
        try {
            dialogue.read(answers, index, outputs);
            requireNoMore();
            answered();
        } catch (ModelException | RuntimeException e) { // of outputs that are too large, say
            answered();
            throw e;
        }
    }

    /** After the last answer that is under way, where one too many shows: it may be this one that is another point's. */
    private void requireNoMore() throws IOException, InterruptedException {
        String unasked = requests.pending() == 1 ? unasked() : null;
        if (unasked != null) {
            throw new IOException(unasked);
        }
    }

    /** What the process has printed though nothing is under way; null if it has not. */
    private @Nullable String unasked() throws IOException, InterruptedException {
        return answers.hasMore()
                ? "printed '%s' unasked (expected: an answer to each point, and no more)"
                        .formatted(answers.peek(MAX_SHOWN))
                : null;
    }

    private void answered() {
        requests.remove();
        double seconds = dialogue.seconds();
        meanSeconds = meanSeconds >= 0 ? meanSeconds + WEIGHT * (seconds - meanSeconds) : seconds;
    }

    /** What has become of a process that does not answer as it should; it is dead afterwards. */
    private String reason(IOException failure) {
        String ending;
        if (failure instanceof EOFException) {
            ending = Child.describe(child.end(EXIT_MILLIS));
        } else {
            child.kill();
            ending = String.valueOf(failure.getMessage());
        }
        String errors = group.errors();
        return errors.isEmpty() ? ending : ending + ": " + errors;
    }

    @Override
    public ProgramPhase phase() {
        return answers.isWaiting() ? ProgramPhase.WAITING : phase;
    }

    @Override
    public void watch() {
        group.watch();
    }

    @Override
    public void close() {
        child.close();
        group.close();
    }
}
