package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static parsweep.export.MemoryTable.column;
import static parsweep.export.RoundTripTest.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.export.Column.Kind;
import ucar.nc2.Dimension;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/** What of {@code nc} {@link RoundTripTest} does not say. */
class NetCdfFormatTest {
    private static final ResultFormat NC = new NetCdfFormat();

    /** The last two are NetCDF's own values for what is missing, which readers hide. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, int, 2",
        "-2147483646, 2147483647, int, 2",
        "0, 2147483648, double, 2",
        "-9007199254740992, 9007199254740992, double, 2",
        "0, 9007199254740993, int64, 5",
        "0, -2147483647, double, 2",
        "0, -2147483648, double, 2"
    })
    void integersTakeTheSmallestTypeThatHoldsThem(long first, long second, String type, int version)
            throws IOException {
        byte[] file = written(NC, MemoryTable.of(column("x", Kind.INTEGER), first, second));

        assertThat(file[3]).isEqualTo((byte) version);
        if (version == 2) {
            assertThat(only(file).getDataType().toString()).isEqualTo(type);
        }
    }

    @Test
    void columnsHaveTheirUnitsAndLieAlongPoints() throws IOException {
        Column column = new Column("length", Kind.REAL, "nm", Column.UNKNOWN_LENGTH, true);

        Variable variable = only(written(NC, MemoryTable.of(column, 1.5, null)));

        assertThat(variable.findAttribute("units").getStringValue()).isEqualTo("nm");
        assertThat(variable.findAttribute("_FillValue").getNumericValue()).isEqualTo(Double.NaN);
        assertThat(variable.getDimensions()).extracting(Dimension::getShortName).containsExactly("point");
    }

    @Test
    void noRowsAreAnUnlimitedDimensionOfLengthZero() throws IOException {
        Variable variable = only(written(NC, MemoryTable.of(column("x", Kind.REAL))));

        assertThat(variable.getShape()).containsExactly(0);
        assertThat(variable.isUnlimited()).isTrue();
    }

    /** A variable of a dimension's name is its coordinate: none may become one by chance. */
    @Test
    void noDimensionHasTheNameOfAColumn() throws IOException {
        List<Column> columns = Stream.of("point", "a b", "a_b", "a/b", "text", "text_length", "")
                .map(name -> column(name, name.equals("text") ? Kind.TEXT : Kind.REAL))
                .toList();
        MemoryTable table = MemoryTable.of(
                columns,
                columns.stream()
                        .map(column -> Collections.<Object>singletonList(column.kind() == Kind.TEXT ? "x" : 1.0))
                        .toList());

        NetcdfFile file = NetcdfFile.openInMemory("x.nc", written(NC, table));
        try {
            assertThat(file.getVariables())
                    .extracting(Variable::getShortName)
                    .containsExactly("point", "a_b", "a_b_2", "a_b_3", "text", "text_length", "_");
            assertThat(file.getDimensions())
                    .extracting(Dimension::getShortName)
                    .containsExactlyInAnyOrder("point_2", "text_length_2");
        } finally {
            file.close();
        }
    }

    /** CDF-2 counts the bytes of a variable by 32 bits, of which the last values are kept for what is larger. */
    @ParameterizedTest
    @CsvSource({"536870911, 2", "536870912, 5", "100000000000, 5"})
    void variablesOf4GiBMakeItAFileOf64BitData(long rows, int version) throws IOException {
        RangedFormat.Content content = new NetCdfFormat().content(reals(rows));
        ByteArrayOutputStream magic = new ByteArrayOutputStream();

        content.write(0, 4, magic);

        assertThat(magic.toByteArray()).containsExactly('C', 'D', 'F', version);
        assertThat(content.length()).isBetween(8 * rows, 8 * rows + 200);
    }

    /** One column, which nobody reads. */
    private static Table reals(long rows) {
        return new Table() {
            @Override
            public List<Column> columns() {
                return List.of(column("x", Kind.REAL));
            }

            @Override
            public long rows() {
                return rows;
            }

            @Override
            public Table slice(long from, long to) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void read(int[] columns, BatchSink sink) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Variable only(byte[] file) throws IOException {
        NetcdfFile opened = NetcdfFile.openInMemory("x.nc", file);
        try {
            assertThat(opened.getVariables()).hasSize(1);
            return opened.getVariables().get(0);
        } finally {
            opened.close();
        }
    }
}
