package parsweep.exec;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Parameter;
import parsweep.model.Point;
import parsweep.model.Session;
import parsweep.outcome.Block;
import parsweep.outcome.Outcomes;
import parsweep.space.Arange;
import parsweep.space.Grid;
import parsweep.space.NamedAxis;
import parsweep.space.ValueType;
import parsweep.space.Values;

/** A model of one whole parameter whose points do what a test says; it remembers the sessions that it opened. */
final class FakeModel implements Model {
    static final Output Y = Output.real("y", "", "");

    private final ModelDescription description;
    private final Body body;
    private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();

    /** What a point does; the value of the parameter is the index of the point. */
    interface Body {
        void run(long x, Point point, Outputs outputs) throws ModelException, InterruptedException;
    }

    /** What a point does before it sets {@link #Y} to ten times its parameter. */
    interface Before {
        void run(long x) throws ModelException, InterruptedException;
    }

    FakeModel(List<Output> outputs, Body body) {
        description = new ModelDescription("fake", "1", "", "", List.of(Parameter.integer("x", "", "")), outputs);
        this.body = body;
    }

    static FakeModel tenTimes(Before before) {
        return new FakeModel(List.of(Y), (x, point, outputs) -> {
            before.run(x);
            outputs.real(0, 10.0 * x);
        });
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public Session open() {
        FakeSession session = new FakeSession();
        sessions.add(session);
        return session;
    }

    List<FakeSession> sessions() {
        return sessions;
    }

    Plan plan(long size) {
        return plan(size, PointPolicy.ONCE);
    }

    Plan plan(long size, Duration pointTimeout) {
        return plan(size, new PointPolicy(pointTimeout, 0, PointPolicy.DEFAULT_DELAY));
    }

    Plan plan(long size, PointPolicy policy) {
        return new Plan(this, space(size), new Values(List.of(ValueType.INTEGER)), 1, 42, policy);
    }

    static Grid space(long size) {
        return new Grid(List.of(new NamedAxis("x", new Arange(0, 1, size))));
    }

    Outcomes decode(Block block) {
        return new Outcomes(block.payload(), description.outputs());
    }

    /** Counts on which threads it ran and was closed. */
    final class FakeSession implements Session {
        private final Thread opener = Thread.currentThread();
        private final List<Thread> closers = new CopyOnWriteArrayList<>();

        @Override
        public void run(Point point, Outputs outputs) throws ModelException, InterruptedException {
            if (Thread.currentThread() != opener || !closers.isEmpty()) {
                throw new AssertionError("a session of another thread, or one that is closed");
            }
            body.run(point.integer(0), point, outputs);
        }

        @Override
        public void close() {
            closers.add(Thread.currentThread());
        }

        Thread opener() {
            return opener;
        }

        /** Empty while it is open. */
        List<Thread> closers() {
            return closers;
        }
    }
}
