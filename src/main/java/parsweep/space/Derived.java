package parsweep.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parsweep.formula.Evaluator;

/** The points of another space with further parameters, which formulas compute from its own and from each other. */
public record Derived(Space space, List<Derivation> derivations) implements Space {
    /**
     * @throws IllegalArgumentException if a name stands twice, or a formula uses one that is neither a parameter of the
     *     space nor derived before
     */
    public Derived {
        derivations = List.copyOf(derivations);
        List<String> known = new ArrayList<>(space.parameters());
        for (Derivation derivation : derivations) {
            if (!known.containsAll(derivation.formula().names().keySet())) {
                throw new IllegalArgumentException("'%s' of %s (expected: of %s)"
                        .formatted(
                                derivation.name(), derivation.formula().names().keySet(), known));
            }
            known.add(derivation.name());
        }
        NamedAxis.requireDistinct(known);
    }

    /** Those of the other space first. */
    @Override
    public List<String> parameters() {
        List<String> names = new ArrayList<>(space.parameters());
        derivations.forEach(derivation -> names.add(derivation.name()));
        return names;
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
        int given = slots.length - derivations.size();
        PointReader reader = space.reader(Arrays.copyOf(slots, given));
        int[] targets = Arrays.copyOfRange(slots, given, slots.length);
        Map<String, Integer> layout = layout(parameters(), slots);
        Evaluator[] formulas = derivations.stream()
                .map(derivation -> derivation.formula().compile(layout))
                .toArray(Evaluator[]::new);
        return (index, target) -> {
            reader.read(index, target);
            for (int i = 0; i < formulas.length; i++) {
                target.setNumber(targets[i], target.evaluate(formulas[i]));
            }
        };
    }

    static Map<String, Integer> layout(List<String> names, int[] slots) {
        Map<String, Integer> layout = new HashMap<>();
        for (int i = 0; i < slots.length; i++) {
            layout.put(names.get(i), slots[i]);
        }
        return layout;
    }

    @Override
    public boolean isConstrained() {
        return space.isConstrained();
    }

    @Override
    public Set<String> derived() {
        Set<String> names = new HashSet<>(space.derived());
        derivations.forEach(derivation -> names.add(derivation.name()));
        return names;
    }
}
