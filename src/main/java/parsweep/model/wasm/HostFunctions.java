package parsweep.model.wasm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parsweep.formula.Evaluator;
import parsweep.formula.Formula;
import parsweep.model.Point;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ValType;

/**
 * What the modules of a session may import: from {@code env}, under which C compilers look for what they do not
 * find, functions of mathematics and the point's random numbers; from WASI, what answers that there is nothing.
 * Thread-confined.
 *
 * <p>Functions of mathematics are those of formulas, and so give the same bits everywhere.
 */
final class HostFunctions {
    private static final String ENV = "env";
    private static final FunctionType RANDOM = FunctionType.of(List.of(), List.of(ValType.F64));
    private static final FunctionType SEED = FunctionType.of(List.of(), List.of(ValType.I64));
    private static final Map<String, Evaluator> MATHEMATICS = mathematics();
    private static final List<String> BINARY = List.of("pow", "atan2", "hypot", "fmod", "fmin", "fmax");

    private @Nullable Point point; // that runs; null before the first one, while the start function runs

    private static Map<String, Evaluator> mathematics() {
        Map<String, Evaluator> functions = new LinkedHashMap<>();
        for (String name : List.of(
                "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "expm1", "log", "log2",
                "log10", "log1p", "cbrt", "erf", "erfc", "lgamma")) {
            functions.put(name, formula(name + "(x)"));
        }
        functions.put("exp2", formula("2^x"));
        functions.put("tgamma", formula("gamma(x)"));
        functions.put("pow", formula("x^y"));
        functions.put("atan2", formula("atan2(x, y)"));
        functions.put("hypot", formula("hypot(x, y)"));
        functions.put("fmod", values -> values[0] % values[1]);
        functions.put("fmin", values -> orOther(Math.min(values[0], values[1]), values));
        functions.put("fmax", values -> orOther(Math.max(values[0], values[1]), values));
        functions.put("round", values -> round(values[0]));
        return functions;
    }

    private static Evaluator formula(String text) {
        return Formula.parse(text).compile(List.of("x", "y"));
    }

    /** To the nearest whole number; halves away from zero. */
    private static double round(double x) {
        double size = Math.abs(x);
        double whole = Math.floor(size);
        return Math.copySign(size - whole >= 0.5 ? whole + 1 : whole, x);
    }

    /** In C, of a number and NaN the number is the smaller and the larger one. */
    private static double orOther(double extreme, double[] values) {
        return Double.isNaN(values[0]) ? values[1] : Double.isNaN(values[1]) ? values[0] : extreme;
    }

    /** The point whose random numbers are drawn from now on. */
    void enter(Point newPoint) {
        point = newPoint;
    }

    private Point point() {
        if (point == null) {
            throw new IllegalStateException("random and seed belong to a point, and none runs yet");
        }
        return point;
    }

    /**
     * Looks up what a module imports.
     *
     * @throws InvalidModule if it wants something that is not here
     */
    ImportValues importsOf(WasmModule module) {
        List<ImportFunction> functions = new ArrayList<>();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            Import wanted = module.importSection().getImport(i);
            if (wanted.importType() != ExternalType.FUNCTION) {
                throw new InvalidModule(
                        "%s '%s.%s' is imported".formatted(wanted.importType(), wanted.module(), wanted.name()),
                        "imports of functions only; memory is exported");
            }
            functions.add(function((FunctionImport) wanted, module));
        }
        return ImportValues.builder()
                .addFunction(functions.toArray(ImportFunction[]::new))
                .build();
    }

    private ImportFunction function(FunctionImport wanted, WasmModule module) {
        FunctionType type = module.typeSection().getType(wanted.typeIndex());
        if (wanted.module().equals(Wasi.MODULE)) {
            return new ImportFunction(wanted.module(), wanted.name(), type, Wasi.function(wanted.name(), type));
        }
        FunctionType expected = typeOf(wanted.name());
        if (!wanted.module().equals(ENV) || expected == null) {
            throw new InvalidModule(
                    "function '%s.%s' is imported".formatted(wanted.module(), wanted.name()),
                    "%s from %s, those of %s, or none".formatted(names(), ENV, Wasi.MODULE));
        }
        if (!expected.equals(type)) {
            throw new InvalidModule(
                    "function '%s.%s' is imported as %s".formatted(ENV, wanted.name(), type), expected.toString());
        }
        return new ImportFunction(ENV, wanted.name(), type, handle(wanted.name()));
    }

    private static @Nullable FunctionType typeOf(String name) {
        if (name.equals("random")) {
            return RANDOM;
        }
        if (name.equals("seed")) {
            return SEED;
        }
        if (!MATHEMATICS.containsKey(name)) {
            return null;
        }
        List<ValType> one = List.of(ValType.F64);
        return FunctionType.of(BINARY.contains(name) ? List.of(ValType.F64, ValType.F64) : one, one);
    }

    private static String names() {
        TreeSet<String> names = new TreeSet<>(MATHEMATICS.keySet());
        names.add("random");
        names.add("seed");
        return String.join(", ", names);
    }

    private WasmFunctionHandle handle(String name) {
        long[] result = new long[1]; // read by the caller before it calls again
        if (name.equals("random")) {
            return (instance, arguments) -> set(result, point().random().nextDouble());
        }
        if (name.equals("seed")) {
            return (instance, arguments) -> {
                result[0] = point().seed();
                return result;
            };
        }
        Evaluator function = Objects.requireNonNull(MATHEMATICS.get(name));
        double[] values = new double[2];
        return (instance, arguments) -> {
            for (int i = 0; i < arguments.length; i++) {
                values[i] = Double.longBitsToDouble(arguments[i]);
            }
            return set(result, function.evaluate(values));
        };
    }

    private static long[] set(long[] result, double value) {
        result[0] = Double.doubleToRawLongBits(value);
        return result;
    }
}
