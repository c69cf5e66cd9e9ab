package parsweep.space;

import java.util.List;
import java.util.Set;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;

/**
 * The points of another space, of which those are excluded at which a formula is 0, that is false. An excluded point
 * keeps its index: a size that had to be counted and indices that had to be searched for would cost a pass over the space.
 */
public record Constrained(Space space, Formula constraint) implements Space {
    /**
     * @throws IllegalArgumentException if the formula uses a name that is not a parameter of the space
     */
    public Constrained {
        if (!space.parameters().containsAll(constraint.names().keySet())) {
            throw new IllegalArgumentException("a constraint on %s (expected: on %s)"
                    .formatted(constraint.names().keySet(), space.parameters()));
        }
    }

    @Override
    public List<String> parameters() {
        return space.parameters();
    }

    @Override
    public long size() {
        return space.size();
    }

    @Override
    public List<Dimension> dimensions() {
        return space.dimensions();
    }

    @Override
    public PointReader reader(int[] slots) {
        PointReader reader = space.reader(slots);
        Evaluator formula = constraint.compile(Derived.layout(parameters(), slots));
        return (index, target) -> {
            reader.read(index, target);
            if (target.evaluate(formula) == 0) {
                target.exclude();
            }
        };
    }

    @Override
    public boolean isConstrained() {
        return true;
    }

    @Override
    public Set<String> derived() {
        return space.derived();
    }
}
