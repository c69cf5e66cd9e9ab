package parsweep.web.compare;

import java.util.List;
import parsweep.model.Parameter;
import parsweep.space.ValueType;
import parsweep.space.Values;
import parsweep.sweep.SweepResults;

/** The values of the parameters that two models share, and that one of two sweeps varies: what makes points the same. */
final class PointKeys {
    private final List<String> names;
    private final int[] slots;
    private final int[] slotsOfOther;
    private final boolean[] texts;

    PointKeys(SweepResults results, SweepResults other) {
        List<Parameter> ofOther = other.model().parameters();
        List<Parameter> shared = results.model().parameters().stream()
                .filter(parameter -> results.isSwept(parameter.name()) || other.isSwept(parameter.name()))
                .filter(parameter -> Parameter.slot(ofOther, parameter.name()) >= 0)
                .filter(parameter -> (parameter.type() == ValueType.TEXT)
                        == (ofOther.get(Parameter.slot(ofOther, parameter.name()))
                                        .type()
                                == ValueType.TEXT))
                .toList();
        names = shared.stream().map(Parameter::name).toList();
        slots = names.stream()
                .mapToInt(name -> Parameter.slot(results.model().parameters(), name))
                .toArray();
        slotsOfOther =
                names.stream().mapToInt(name -> Parameter.slot(ofOther, name)).toArray();
        texts = new boolean[slots.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = shared.get(i).type() == ValueType.TEXT;
        }
    }

    List<String> names() {
        return names;
    }

    boolean areEqual(Values values, Values ofOther) {
        for (int i = 0; i < slots.length; i++) {
            boolean equal = texts[i]
                    ? values.text(slots[i]).equals(ofOther.text(slotsOfOther[i]))
                    : values.real(slots[i]) == ofOther.real(slotsOfOther[i]);
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same for equal points of both sweeps.
     *
     * @param ofFirst whether the values are those of the first sweep, or of the other one
     */
    long hash(Values values, int replicate, boolean ofFirst) {
        int[] of = ofFirst ? slots : slotsOfOther;
        long hash = mixed(replicate + 1);
        for (int i = 0; i < of.length; i++) {
            long bits = texts[i]
                    ? values.text(of[i]).hashCode()
                    : Double.doubleToLongBits(values.real(of[i]) + 0.0); // makes a zero of -0.0
            hash = mixed(hash + bits);
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mixed(long x) {
        long z = x + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
