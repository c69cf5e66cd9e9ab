package parsweep.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A table laid out as a NetCDF file: a header, then one variable after another. */
final class NetCdfFile implements RangedFormat.Content {
    /** Rows that lie along no axis with a name of its own. */
    private static final String POINT = "point";

    private final NetCdfNames names = new NetCdfNames();
    private final NetCdfHeader header = new NetCdfHeader();
    private final List<NetCdfVariable> variables = new ArrayList<>();
    private byte[] head = {};

    private NetCdfFile() {}

    static NetCdfFile of(Table table) throws IOException {
        NetCdfFile file = new NetCdfFile();
        if (table.axes().isEmpty() || table.rows() == 0) {
            List<NetCdfVariable> columns = file.add(table, List.of());
            int point = file.header.dimension(file.names.like(POINT), table.rows());
            file.declare(columns, List.of(point), "");
        } else {
            file.along(table.axes(), table);
        }
        file.head = file.header.bytes();
        return file;
    }

    /** Coordinates are variables along one dimension; where several share it, none of them is its own. */
    private void along(List<Table.Axis> axes, Table table) throws IOException {
        List<List<NetCdfVariable>> coordinates = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Table.Axis axis : axes) {
            coordinates.add(add(axis.coordinates(), List.of()));
            axis.coordinates().columns().forEach(column -> named.add(column.name()));
        }
        List<NetCdfVariable> columns = add(table, named);
        List<Integer> dimensions = new ArrayList<>();
        List<String> auxiliary = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            List<NetCdfVariable> own = coordinates.get(i);
            String name = own.size() == 1 ? own.get(0).name() : names.like(POINT);
            if (own.size() > 1) {
                own.forEach(variable -> auxiliary.add(variable.name()));
            }
            dimensions.add(header.dimension(name, axes.get(i).length()));
            declare(own, List.of(dimensions.get(i)), "");
        }
        declare(columns, dimensions, String.join(" ", auxiliary));
    }

    /**
     * Adds the columns of a table.
     *
     * @param but those of these names
     */
    private List<NetCdfVariable> add(Table table, List<String> but) throws IOException {
        List<Column> columns = table.columns();
        List<ColumnExtent> extents = ColumnExtent.of(table);
        List<NetCdfVariable> added = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!but.contains(columns.get(i).name())) {
                String name = names.like(columns.get(i).name());
                added.add(new NetCdfVariable(name, table, i, extents.get(i)));
            }
        }
        variables.addAll(added);
        return added;
    }

    /**
     * Puts variables into the header.
     *
     * @param auxiliary names of coordinates that no dimension is named after
     */
    private void declare(List<NetCdfVariable> added, List<Integer> dimensions, String auxiliary) {
        for (NetCdfVariable variable : added) {
            List<Integer> all = new ArrayList<>(dimensions);
            if (variable.isWide()) {
                all.add(header.dimension(names.like(variable.name() + "_length"), variable.width()));
            }
            List<NetCdfAttribute> attributes = new ArrayList<>(variable.attributes());
            if (!auxiliary.isEmpty()) {
                attributes.add(NetCdfAttribute.text("coordinates", auxiliary));
            }
            header.variable(variable, all, attributes);
        }
    }

    @Override
    public long length() {
        return head.length + variables.stream().mapToLong(NetCdfVariable::bytes).sum();
    }

    @Override
    public void write(long from, long to, OutputStream out) throws IOException {
        if (from < head.length) {
            out.write(head, (int) from, (int) (Math.min(to, head.length) - from));
        }
        ElementBuffer buffer = new ElementBuffer(ByteOrder.BIG_ENDIAN);
        long begin = head.length;
        for (NetCdfVariable variable : variables) {
            long end = begin + variable.bytes();
            if (from < end && to > begin) {
                variable.write(Math.max(from, begin) - begin, Math.min(to, end) - begin, buffer, out);
            }
            begin = end;
        }
    }
}
