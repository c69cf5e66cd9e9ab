package parsweep.model.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parsweep.formula.Formula;

/** Formulas as Python, run by Python; skipped where there is none. */
class PythonModuleTest {
    @TempDir
    private Path directory;

    /** Runs a script that prints a number a line. */
    private List<Double> python(String module, String script) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("model.py"), module);
        Files.writeString(directory.resolve("script.py"), script);
        Path output = directory.resolve("output.txt");
        Process process;
        try {
            process = new ProcessBuilder("python3", "script.py")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            System.err.println("SKIPPED: formulas as Python, since there is no python3 on the path");
            Assumptions.abort("no python3");
            throw e;
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readAllLines(output).stream().map(PythonModuleTest::number).toList();
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(String formula, double[] values, int ulps) {
        static List<Row> golden() throws IOException {
            try (InputStream file = Formula.class.getResourceAsStream("formulas.txt")) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" \\| "))
                        .map(cells -> new Row(
                                cells[0],
                                List.of(cells[1].split(", ")).stream()
                                        .mapToDouble(PythonModuleTest::number)
                                        .toArray(),
                                Integer.parseInt(cells[2])))
                        .toList();
            }
        }
    }

    @Test
    void everyGoldenFormulaComesToTheSame() throws IOException, InterruptedException {
        List<Row> rows = Row.golden();
        StringBuilder modules = new StringBuilder();
        StringBuilder script = new StringBuilder("from model import *\n");
        List<String> parts = new ArrayList<>();
        for (Row row : rows) {
            String module = PythonModule.of(Map.of("y", row.formula()));
            int function = module.indexOf("\ndef simulate(");
            if (modules.isEmpty()) {
                modules.append(module, 0, function);
            }
            String name = "f" + parts.size();
            parts.add(name);
            modules.append(module.substring(function).replace("def simulate(", "def " + name + "("));
            script.append("print(%s({'a': float('%s'), 'b': float('%s'), 'c': float('%s')})['y'])\n"
                    .formatted(name, row.values()[0], row.values()[1], row.values()[2]));
        }

        List<Double> values = python(modules.toString(), script.toString());

        assertThat(values).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double expected =
                    Formula.parse(row.formula()).compile(List.of("a", "b", "c")).evaluate(row.values());
            double value = values.get(i);
            if (row.ulps() == 0 || !Double.isFinite(expected) || expected == 0) {
                assertThat((Object) value).as(row.formula()).isEqualTo(expected);
            } else {
                assertThat(Math.abs(value - expected) / Math.ulp(expected))
                        .as("%s of %s: ulps between %s and %s", row.formula(), row.values()[0], value, expected)
                        .isLessThanOrEqualTo(row.ulps());
            }
        }
    }

    @Test
    void outputsMayUseOutputsAndNamesMayBePythonsWords() throws IOException, InterruptedException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("class", "lambda * 2");
        texts.put("point", "class + div + lambda_");
        texts.put("part", "point > 10 ? point : -class");

        List<Double> values = python(PythonModule.of(texts), """
                from model import simulate
                print(*simulate({'lambda': 1.0, 'div': 5.0, 'lambda_': 7.0}).values(), sep='\\n')
                """);

        assertThat(values).containsExactly(2.0, 14.0, 14.0);
    }

    @Test
    void aFormulaIsNeverMoreThanAFormula() throws IOException, InterruptedException {
        String text = "1 +\n a\r + 2";

        List<Double> values = python(
                PythonModule.of(Map.of("y", text)), "from model import simulate\nprint(simulate({'a': 1.0})['y'])\n");

        assertThat(values).containsExactly(4.0);
    }

    @Test
    void formulasOfAnyDepthAreCode() throws IOException, InterruptedException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sum", "a" + " + a".repeat(2400));
        texts.put("powers", "a^".repeat(99) + "1");
        texts.put("brackets", "(".repeat(99) + "a" + ")".repeat(99));
        texts.put("either", "a > 2 ? 1 : ".repeat(99) + "7");
        texts.put("all", "a" + " and a".repeat(1500));

        List<Double> values = python(
                PythonModule.of(texts),
                "from model import simulate\nprint(*simulate({'a': 1.0}).values(), sep='\\n')\n");

        assertThat(values).containsExactly(2401.0, 1.0, 1.0, 7.0, 1.0);
    }
}
