package parsweep.web.scan;

import java.util.Locale;
import java.util.Optional;

/** The number that is taken from an array: one of its elements, or what all of them come to. */
public interface ArrayElement {
    /** Stands for each element by itself, where several numbers of a point are welcome. */
    String ALL = "all";

    String EXPECTED = "the position of an element, from 0, or one of mean, sum, min, max, first, last";

    /** The number, of the elements from {@code start} up to {@code end}; NaN if there is none. */
    double of(double[] elements, int start, int end);

    /** As it stands in requests and answers: {@code mean} or {@code 12}. */
    @Override
    String toString();

    static Optional<ArrayElement> parse(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(new At(Integer.parseInt(text)));
        }
        for (Reduction reduction : Reduction.values()) {
            if (reduction.toString().equals(text)) {
                return Optional.of(reduction);
            }
        }
        return Optional.empty();
    }

    /** One element. */
    record At(int position) implements ArrayElement {
        @Override
        public double of(double[] elements, int start, int end) {
            return position < end - start ? elements[start + position] : Double.NaN;
        }

        @Override
        public String toString() {
            return Integer.toString(position);
        }
    }

    /** What all elements come to; NaN if there are none, or one of them is NaN. */
    enum Reduction implements ArrayElement {
        MEAN {
            @Override
            public double of(double[] elements, int start, int end) {
                return SUM.of(elements, start, end) / (end - start);
            }
        },
        SUM {
            @Override
            public double of(double[] elements, int start, int end) {
                double sum = start == end ? Double.NaN : 0;
                for (int i = start; i < end; i++) {
                    sum += elements[i];
                }
                return sum;
            }
        },
        MIN {
            @Override
            public double of(double[] elements, int start, int end) {
                double min = start == end ? Double.NaN : Double.POSITIVE_INFINITY;
                for (int i = start; i < end; i++) {
                    min = Math.min(min, elements[i]);
                }
                return min;
            }
        },
        MAX {
            @Override
            public double of(double[] elements, int start, int end) {
                double max = start == end ? Double.NaN : Double.NEGATIVE_INFINITY;
                for (int i = start; i < end; i++) {
                    max = Math.max(max, elements[i]);
                }
                return max;
            }
        },
        FIRST {
            @Override
            public double of(double[] elements, int start, int end) {
                return start == end ? Double.NaN : elements[start];
            }
        },
        LAST {
            @Override
            public double of(double[] elements, int start, int end) {
                return start == end ? Double.NaN : elements[end - 1];
            }
        };

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
