package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static parsweep.export.RoundTripTest.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NetCDF by the readers of Python, where they are installed: netCDF4, xarray, and SciPy if the file is CDF-2. */
@Timeout(120) // a process may hang
class NetCdfTest {
    private static final String MISSING =
            "no python3 has netCDF4, xarray and SciPy: nc is NOT tested against them here, and 64-bit data not at all";

    /** Whoever reads a file must find what the others find. */
    private static final String SCRIPT = """
            import json, sys
            import numpy as np
            import netCDF4, xarray
            from scipy.io import netcdf_file

            def described(values):
                if values.dtype.kind in 'SUO':
                    return {'type': '<U', 'shape': values.shape, 'values': values.astype(str).ravel().tolist()}
                values = np.array(values, dtype=values.dtype.newbyteorder('='), ndmin=1)
                kind = values.dtype.str
                if kind == '<f8':
                    values[np.isnan(values)] = np.nan
                    values = values.view('int64')
                return {'type': kind, 'shape': values.shape, 'values': values.ravel().tolist()}

            def texts(values):
                rows = [bytes(row).rstrip(bytes(1)).decode() for row in values.reshape(-1, values.shape[-1])]
                return np.array(rows, dtype=object).reshape(values.shape[:-1])

            def by_netcdf4(path):
                result = {}
                with netCDF4.Dataset(path) as data:
                    data.set_auto_chartostring(False)  # which takes characters for bytes (netCDF4 1.6.2)
                    for name, variable in data.variables.items():
                        attributes = {key: variable.getncattr(key) for key in variable.ncattrs()}
                        values = variable[...]
                        if values.dtype.kind == 'f':
                            values = np.ma.filled(values, np.nan)
                        elif values.dtype.kind == 'i' and np.ma.getmaskarray(values).any():
                            raise ValueError(f'{name} has masked values')
                        if attributes.get('dtype') == 'bool':
                            values = np.asarray(values) == 1
                        if attributes.get('_Encoding') == 'utf-8':
                            values = texts(np.ma.getdata(values))  # NUL is the mask's
                        result[attributes.get('long_name', name)] = described(np.asarray(values))
                return result

            def by_xarray(path):
                with xarray.open_dataset(path, engine='netcdf4') as data:
                    return {v.attrs.get('long_name', name): described(v.values) for name, v in data.variables.items()}

            def by_scipy(path):
                result = {}
                with netcdf_file(path, mmap=False) as data:
                    for name, variable in data.variables.items():
                        values = variable[:].copy()
                        attributes = variable._attributes
                        if b'utf-8' == attributes.get('_Encoding'):
                            values = texts(values)
                        if b'bool' == attributes.get('dtype'):
                            values = values == 1
                        original = attributes.get('long_name', name.encode('latin-1'))  # as SciPy reads names
                        result[original.decode()] = described(values)
                return result

            print(json.dumps(netCDF4.__version__), flush=True)
            for line in sys.stdin:
                path = json.loads(line)
                try:
                    answer = by_netcdf4(path)
                    others = [by_xarray] + ([by_scipy] if open(path, 'rb').read(4) == b'CDF\\2' else [])
                    for other in others:
                        found = other(path)
                        for name in answer:
                            if found[name] != answer[name]:
                                raise ValueError(f'{other}: {name}: {found[name]}, not {answer[name]}')
                except Exception as e:
                    answer = repr(e)
                print(json.dumps(answer), flush=True)
            """;

    @SuppressWarnings("NullAway.Init") // by start()
    private static Optional<NumPy> python;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path directory;

    /** A system's packages are its own Python's, whichever comes first in the path. */
    @BeforeAll
    static void start() {
        python = NumPy.start(SCRIPT, MISSING, List.of("python3", "/usr/bin/python3"));
    }

    /** Before each, not all: every test is to be counted as skipped. */
    @BeforeEach
    void needsPython() {
        assumeTrue(python.isPresent(), MISSING);
    }

    @AfterAll
    static void stop() throws IOException {
        if (python.isPresent()) {
            python.get().close();
        }
    }

    /** As they are, with integers of 64 bits, and with those that doubles hold. */
    static Stream<Named<MemoryTable>> tables() {
        return Tables.all()
                .flatMap(table -> Stream.of(
                        table,
                        Named.of(
                                table.getName() + ", exact integers",
                                table.getPayload().withExactIntegers())));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatIsWrittenIsReadBackByAllReaders(MemoryTable table) throws IOException {
        byte[] file = written(new NetCdfFormat(), table);

        Map<String, NumPyArray> read = load(file);

        RoundTripTest.assertEqual(read, NetCdfOracle.arrays(table));
    }

    /** Else the tests above would prove nothing. */
    @Test
    void aFileThatIsCutOffIsNotReadBack() throws IOException {
        MemoryTable table = Tables.random(1, 10, 0).withExactIntegers();
        byte[] file = written(new NetCdfFormat(), table);

        assertThatThrownBy(() -> load(Arrays.copyOf(file, 100))).isInstanceOf(IOException.class);
        assertThat(load(file)).isNotEmpty();
    }

    private Map<String, NumPyArray> load(byte[] file) throws IOException {
        return python.orElseThrow().load(Files.write(directory.resolve("results.nc"), file));
    }
}
