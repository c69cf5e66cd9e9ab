package parsweep.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/** NetCDF by Unidata's library for Java. */
final class NetCdfOracle implements Oracle {
    @Override
    public Map<String, ?> read(byte[] file, List<Column> columns) throws IOException {
        Map<String, NumPyArray> arrays = new LinkedHashMap<>();
        NetcdfFile opened = NetcdfFile.openInMemory("results.nc", file);
        try {
            for (Variable variable : opened.getVariables()) {
                Attribute original = variable.findAttribute("long_name");
                String name = original == null ? variable.getShortName() : text(original);
                arrays.put(name, array(variable));
            }
        } finally {
            opened.close();
        }
        return arrays;
    }

    private static String text(Attribute attribute) {
        return attribute.getStringValue() == null ? "" : attribute.getStringValue();
    }

    private static NumPyArray array(Variable variable) throws IOException {
        List<Integer> shape = IntStream.of(variable.getShape()).boxed().toList();
        Array values = variable.read();
        int size = (int) values.getSize();
        DataType type = variable.getDataType();
        return switch (type) {
            case DOUBLE ->
                new NumPyArray(
                        "<f8",
                        shape,
                        IntStream.range(0, size)
                                .<Object>mapToObj(values::getDouble)
                                .toList());
            case INT ->
                new NumPyArray(
                        "<i4",
                        shape,
                        IntStream.range(0, size)
                                .<Object>mapToObj(values::getLong)
                                .toList());
            case BYTE ->
                new NumPyArray(
                        "|b1",
                        shape,
                        IntStream.range(0, size)
                                .<Object>mapToObj(i -> values.getByte(i) == 1)
                                .toList());
            case CHAR -> texts(values, shape);
            default -> throw new AssertionError("a variable of type %s".formatted(type));
        };
    }

    private static NumPyArray texts(Array values, List<Integer> shape) {
        int width = shape.get(shape.size() - 1);
        List<Object> texts = new ArrayList<>();
        for (int start = 0; start < values.getSize(); start += width) {
            byte[] bytes = new byte[width];
            int length = 0;
            for (int i = 0; i < width; i++) {
                bytes[i] = (byte) values.getChar(start + i);
                length = bytes[i] == 0 ? length : i + 1;
            }
            texts.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }
        return new NumPyArray("<U", shape.subList(0, shape.size() - 1), texts);
    }

    @Override
    public Map<String, ?> expected(MemoryTable table) {
        return arrays(table);
    }

    /** What columns become: the table in {@link NetCdfFormat}'s comment. */
    static Map<String, NumPyArray> arrays(MemoryTable table) {
        Map<String, NumPyArray> arrays = new LinkedHashMap<>(NpyOracle.arrays(table));
        arrays.replaceAll((name, array) -> switch (array.type().charAt(1)) {
            case 'U' -> new NumPyArray("<U", array.shape(), array.values());
            case 'i' -> integers(array);
            default -> array.shape().size() == 2 && array.shape().get(1) == 0 ? empty(array) : array;
        });
        return arrays;
    }

    /** Arrays without elements: a dimension has a length. */
    private static NumPyArray empty(NumPyArray array) {
        int rows = array.shape().get(0);
        return new NumPyArray(array.type(), List.of(rows, 1), Collections.nCopies(rows, Double.NaN));
    }

    private static NumPyArray integers(NumPyArray array) {
        List<Long> values = array.values().stream().map(Long.class::cast).toList();
        if (values.stream().allMatch(value -> value >= Integer.MIN_VALUE + 2 && value <= Integer.MAX_VALUE)) {
            return new NumPyArray("<i4", array.shape(), array.values());
        }
        if (values.stream().allMatch(value -> Math.abs((double) value) <= 1L << 53)) {
            List<Object> reals = values.stream().<Object>map(Long::doubleValue).toList();
            return new NumPyArray("<f8", array.shape(), reals);
        }
        return array;
    }
}
