package parsweep.space;

import java.util.List;

/**
 * A direction in which a space extends: one axis of a grid, a factor of a product that is no grid, or else the whole
 * space.
 *
 * @param parameters that vary along it; those of a zip vary together
 * @param size number of points along it
 */
public record Dimension(List<String> parameters, long size) {
    public Dimension {
        parameters = List.copyOf(parameters);
    }
}
