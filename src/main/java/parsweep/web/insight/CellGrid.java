package parsweep.web.insight;

import java.util.ArrayList;
import java.util.List;
import parsweep.space.ValueType;
import parsweep.stats.Bins;
import parsweep.stats.Categories;
import parsweep.stats.DistinctValues;
import parsweep.stats.Partition;
import parsweep.web.question.Requests;
import parsweep.web.scan.Row;
import parsweep.web.scan.RowScan;
import parsweep.web.scan.Variable;

/** Cells over some variables: each is divided by its values if these are few, else into bins. */
final class CellGrid {
    /** 512 by 512: more than a screen shows, some 20 MB while they are filled. */
    static final int MAX_CELLS = 1 << 18;

    private final List<Variable> variables;
    private final List<Partition> partitions;

    private CellGrid(List<Variable> variables, List<Partition> partitions) {
        this.variables = variables;
        this.partitions = partitions;
    }

    /**
     * Finds the cells that the rows of a scan lie in.
     *
     * @param bins most classes of a variable
     * @throws parsweep.web.BadRequest if a variable of texts has more values, or there are too many cells
     */
    static CellGrid over(List<Variable> variables, RowScan scan, int bins) {
        List<DistinctValues> values = new ArrayList<>();
        variables.forEach(variable -> values.add(new DistinctValues(bins)));
        scan.run(RowScan.Sink.ofAll(
                row -> { // the place of a point that failed is in the picture too
                    for (int i = 0; i < variables.size(); i++) {
                        values.get(i).add(variables.get(i).of(row));
                    }
                }));
        List<Partition> partitions = new ArrayList<>();
        long cells = 1;
        for (int i = 0; i < variables.size(); i++) {
            if (values.get(i).areTooMany() && variables.get(i).type() == ValueType.TEXT) {
                throw Requests.tooMuch(
                        "'%s' has more than %d texts, which cannot be binned (expected: fewer, by where; or more bins)"
                                .formatted(variables.get(i).name(), bins));
            }
            partitions.add(values.get(i).partition());
            cells *= Math.max(1, partitions.get(i).size());
            if (cells > MAX_CELLS) {
                throw Requests.tooMuch("more than %d cells (expected: fewer dims or bins)".formatted(MAX_CELLS));
            }
        }
        return new CellGrid(variables, partitions);
    }

    /** Number of classes of each variable. */
    int[] shape() {
        return partitions.stream().mapToInt(Partition::size).toArray();
    }

    int size() {
        return partitions.stream().mapToInt(Partition::size).reduce(1, (a, b) -> a * b);
    }

    /** The cell of a row, the last variable varying fastest; -1 if it is in none, being newer than the cells. */
    int indexOf(Row row) {
        int cell = 0;
        for (int i = 0; i < partitions.size(); i++) {
            int index = partitions.get(i).indexOf(variables.get(i).of(row));
            if (index < 0) {
                return -1;
            }
            cell = cell * partitions.get(i).size() + index;
        }
        return cell;
    }

    List<LabelledArray.Dimension> dimensions() {
        List<LabelledArray.Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++) {
            dimensions.add(dimension(variables.get(i), partitions.get(i)));
        }
        return dimensions;
    }

    private static LabelledArray.Dimension dimension(Variable variable, Partition partition) {
        if (partition instanceof Bins bins) {
            return new LabelledArray.Dimension(variable.name(), variable.unit(), "bins", null, bins.edges());
        }
        Categories categories = (Categories) partition;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            values.add(variable.value(categories.value(i)));
        }
        return new LabelledArray.Dimension(variable.name(), variable.unit(), "values", values, null);
    }
}
