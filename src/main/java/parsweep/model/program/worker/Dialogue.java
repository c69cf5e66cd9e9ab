package parsweep.model.program.worker;

import java.io.IOException;
import parsweep.model.ModelException;
import parsweep.model.Outputs;
import parsweep.model.Point;

/** How points are put into bytes, and answers taken out of them. Used by one thread. */
interface Dialogue {
    /** In place of the index of a point that nobody asks for. */
    long ANY = -1;

    /** How many bytes of points may be under way, if it is more than one point. */
    int maxBytesAhead();

    /** Reads what the process says before the first point. */
    void greet(Answers answers) throws IOException, ModelException, InterruptedException;

    /** Writes a point: always the same bytes for the same point. */
    void write(Point point, Requests requests);

    /**
     * Reads the next answer.
     *
     * @param index of the point, or {@link #ANY} if its answer is not wanted
     * @throws ModelException if the point has failed; the answer has been read to its end
     * @throws IOException if the process has died, or what it says is no answer
     */
    void read(Answers answers, long index, Outputs outputs) throws IOException, ModelException, InterruptedException;

    /** How long the point took whose answer was read last, or its answer was waited for if nobody says so. */
    double seconds();
}
