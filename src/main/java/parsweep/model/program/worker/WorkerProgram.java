package parsweep.model.program.worker;

import java.io.IOException;
import parsweep.model.ModelDescription;
import parsweep.model.ModelUnavailableException;
import parsweep.model.Session;
import parsweep.model.process.Child;
import parsweep.model.process.Launch;
import parsweep.model.process.ProcessGroup;

/** Programs whose processes stay; opens their sessions. */
public final class WorkerProgram {
    private final ModelDescription description;
    private final int maxAnswerBytes;

    /**
     * @param maxAnswerBytes of a point
     */
    public WorkerProgram(ModelDescription description, int maxAnswerBytes) {
        this.description = description;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /**
     * Starts a process that speaks JSON lines.
     *
     * @param group of this process alone; the session closes it
     * @throws IOException if it cannot be started or does not become ready
     */
    public Session openJson(ProcessGroup group, Launch launch) throws IOException {
        return begin(group, group.start(launch), new JsonDialogue(description));
    }

    /**
     * Starts a process of Python that calls a function.
     *
     * @param group of this process alone; the session closes it
     * @throws IOException if it cannot be started or the function cannot be loaded
     */
    public Session openPython(ProcessGroup group, Launch launch, PythonFunction function) throws IOException {
        PythonDialogue dialogue = new PythonDialogue(description);
        Child child = group.start(launch);
        try {
            byte[] configuration = dialogue.configuration(function);
            child.write(configuration, 0, configuration.length);
        } catch (InterruptedException e) {
            throw new ModelUnavailableException("stopped before it began", e);
        }
        return begin(group, child, dialogue);
    }

    private Session begin(ProcessGroup group, Child child, Dialogue dialogue) throws IOException {
        WorkerSession session = new WorkerSession(group, child, dialogue, new Answers(child, maxAnswerBytes));
        session.greet();
        return session;
    }
}
