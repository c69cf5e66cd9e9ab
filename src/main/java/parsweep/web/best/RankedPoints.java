package parsweep.web.best;

import java.util.List;

/**
 * The best points.
 *
 * @param outputs that they are judged by
 * @param directions {@code min} or {@code max}, for each of them
 */
public record RankedPoints(long sweep, List<String> outputs, List<String> directions, List<PointRow> rows) {}
