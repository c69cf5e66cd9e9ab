package parsweep.plot;

import java.util.ArrayList;
import java.util.List;

/** Names, side by side; the value of the i-th is i, and it takes from i - 0.5 to i + 0.5. */
record CategoryScale(List<String> names) implements Scale {
    private static final int MAX_LETTERS = 16;

    CategoryScale {
        names = List.copyOf(names);
    }

    @Override
    public double at(double value) {
        return (value + 0.5) / names.size();
    }

    @Override
    public List<Tick> ticks(int about) {
        int stride = (int) Math.ceil((double) names.size() / Math.max(1, about));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i += stride) {
            ticks.add(new Tick(at(i), Picture.shortened(names.get(i), MAX_LETTERS)));
        }
        return ticks;
    }
}
