package parsweep.web.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import parsweep.plot.Cells;
import parsweep.plot.Quantity;
import parsweep.web.insight.LabelledArray;
import parsweep.web.insight.LabelledArray.Dimension;

/** The axes of labelled arrays, as plots want them. */
final class ArrayAxes {
    private ArrayAxes() {}

    static Quantity quantity(Dimension dimension) {
        return new Quantity(dimension.name(), dimension.unit());
    }

    /** What the data of an array are. */
    static Quantity quantity(LabelledArray array) {
        String output = array.element() == null ? array.output() : array.element() + " of " + array.output();
        boolean isPlain = array.reduce().equals("mean");
        return new Quantity(isPlain ? output : array.reduce() + " of " + output, array.unit());
    }

    static boolean isEmpty(Dimension dimension) {
        return dimension.edges() == null && values(dimension).isEmpty();
    }

    /** The cells of an axis that has some. */
    static Cells cells(Dimension dimension) {
        double[] edges = dimension.edges();
        if (edges != null) {
            return Cells.between(edges);
        }
        return isNumeric(dimension) ? Cells.around(numbers(dimension)) : Cells.of(names(dimension));
    }

    static boolean isNumeric(Dimension dimension) {
        return dimension.edges() != null || values(dimension).stream().allMatch(Number.class::isInstance);
    }

    /** Values, or the middles of bins. */
    static double[] numbers(Dimension dimension) {
        double[] edges = dimension.edges();
        if (edges == null) {
            return values(dimension).stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .toArray();
        }
        double[] middles = new double[edges.length - 1];
        Arrays.setAll(middles, i -> (edges[i] + edges[i + 1]) / 2);
        return middles;
    }

    /** Values, or bins, as texts: whole numbers without a fraction. */
    static List<String> names(Dimension dimension) {
        double[] edges = dimension.edges();
        if (edges == null) {
            return values(dimension).stream().map(ArrayAxes::name).toList();
        }
        String[] names = new String[edges.length - 1];
        Arrays.setAll(names, i -> "%s to %s".formatted(rounded(edges[i]), rounded(edges[i + 1])));
        return List.of(names);
    }

    private static String name(Object value) {
        return value instanceof Double number ? rounded(number) : String.valueOf(value);
    }

    private static String rounded(double value) {
        String text = "%.4g".formatted(value);
        double read = Double.parseDouble(text);
        return read == Math.rint(read) && Math.abs(read) < 1e6 ? String.valueOf((long) read) : String.valueOf(read);
    }

    private static List<Object> values(Dimension dimension) {
        return Objects.requireNonNull(dimension.values());
    }
}
