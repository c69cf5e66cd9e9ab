package parsweep.web.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parsweep.web.scan.Row;
import parsweep.web.scan.Variable;

/** Numbers groups of rows that have the same values of some variables, from 0 in the order of their first rows. */
final class Groups {
    private final List<Variable> variables;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final Key probe;

    Groups(List<Variable> variables) {
        this.variables = variables;
        this.probe = new Key(new double[variables.size()]);
    }

    /** Compared by its contents; the one that looks up is written over for each row, so that a hit allocates nothing. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Key(double[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    int size() {
        return keys.size();
    }

    /** The number of a row's group; {@link #size()}, which then grows, if there was none before. */
    int add(Row row) {
        int number = find(row);
        if (number >= 0) {
            return number;
        }
        Key key = new Key(probe.values.clone());
        numbers.put(key, keys.size());
        keys.add(key);
        return keys.size() - 1;
    }

    /** The number of a row's group; -1 if there is none. */
    int find(Row row) {
        for (int i = 0; i < probe.values.length; i++) {
            probe.values[i] = variables.get(i).of(row) + 0.0; // makes a zero of -0.0
        }
        return numbers.getOrDefault(probe, -1);
    }

    /** The values of a group by name. */
    Map<String, Object> key(int number) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            named.put(variable.name(), variable.value(keys.get(number).values[i]));
        }
        return named;
    }
}
