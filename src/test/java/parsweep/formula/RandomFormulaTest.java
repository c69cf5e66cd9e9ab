package parsweep.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Random trees, printed with as few parentheses as precedence asks for, mean what they mean when computed directly. */
class RandomFormulaTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final SplittableRandom random = new SplittableRandom(20261123);

    /**
     * A formula and what it means.
     *
     * @param precedence of its outermost operator, as the package documents it: 1 for {@code ?:}, 9 for power, 10 for what
     *     needs no parentheses
     */
    private record Tree(String text, int precedence, ToDoubleFunction<double[]> value) {
        String within(int least) {
            return precedence >= least ? text : "(" + text + ")";
        }

        double of(double[] point) {
            return value.applyAsDouble(point);
        }
    }

    private interface Binary {
        double apply(double left, double right);
    }

    @Test
    void aFormulaThatIsPrintedAndParsedIsTheSame() {
        for (int i = 0; i < 3_000; i++) {
            Tree tree = tree(1 + i % 7);
            Evaluator evaluator = Formula.parse(tree.text()).compile(NAMES);
            for (int j = 0; j < 5; j++) {
                double[] point = {value(), value(), value()};

                assertThat((Object) evaluator.evaluate(point)) // NaN is NaN, -0 is not 0
                        .as(tree.text())
                        .isEqualTo(tree.of(point));
            }
        }
    }

    /** Also of formulas that are so long that they become several methods. */
    @Test
    void columnsHaveTheBitsOfThePointsOneByOne() {
        for (int i = 0; i < 600; i++) {
            Formula formula = Formula.parse(tree(1 + i % 9).text());
            Evaluator evaluator = formula.compile(NAMES);
            double[][] columns = new double[NAMES.size()][37];
            for (double[] column : columns) {
                Arrays.setAll(column, row -> value());
            }
            double[] results = new double[38];
            results[37] = 42;

            evaluator.evaluate(columns, 37, results);

            for (int row = 0; row < 37; row++) {
                double[] point = {columns[0][row], columns[1][row], columns[2][row]};
                assertThat((Object) results[row]).isEqualTo(evaluator.evaluate(point));
            }
            assertThat(results[37]).isEqualTo(42);
        }
    }

    private double value() {
        return random.nextInt(4) == 0 ? random.nextInt(-2, 3) : random.nextDouble(-3, 3);
    }

    private Tree tree(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(14)) {
            case 0 -> conditional(tree(depth - 1), tree(depth - 1), tree(depth - 1));
            case 1 -> binary("or", 2, 2, 3, (x, y) -> x != 0 || y != 0 ? 1 : 0, depth);
            case 2 -> binary("and", 3, 3, 4, (x, y) -> x != 0 && y != 0 ? 1 : 0, depth);
            case 3 -> unary("not ", 4, tree(depth - 1), x -> x == 0 ? 1 : 0);
            case 4 -> binary("<", 5, 6, 6, (x, y) -> x < y ? 1 : 0, depth);
            case 5 -> chain(tree(depth - 1), tree(depth - 1), tree(depth - 1));
            case 6 -> binary("+", 6, 6, 7, Double::sum, depth);
            case 7 -> binary("-", 6, 6, 7, (x, y) -> x - y, depth);
            case 8 -> binary("*", 7, 7, 8, (x, y) -> x * y, depth);
            case 9 -> binary("/", 7, 7, 8, (x, y) -> x / y, depth);
            case 10 -> unary("-", 8, tree(depth - 1), x -> -x);
            case 11 -> unary("+", 8, tree(depth - 1), x -> x);
            case 12 -> binary(random.nextBoolean() ? "^" : "**", 9, 10, 8, Functions::pow, depth);
            default -> call(tree(depth - 1));
        };
    }

    private Tree leaf() {
        int slot = random.nextInt(5);
        if (slot < NAMES.size()) {
            return new Tree(NAMES.get(slot), 10, point -> point[slot]);
        }
        double number = random.nextInt(100) / 8.0;
        return new Tree(Double.toString(number), 10, point -> number);
    }

    private Tree call(Tree argument) {
        return new Tree("sin(%s)".formatted(argument.text()), 10, point -> StrictMath.sin(argument.of(point)));
    }

    private static Tree unary(String sign, int precedence, Tree operand, ToDoubleFunction<Double> meaning) {
        return new Tree(
                sign + operand.within(precedence), precedence, point -> meaning.applyAsDouble(operand.of(point)));
    }

    private Tree binary(String operator, int precedence, int left, int right, Binary meaning, int depth) {
        Tree x = tree(depth - 1);
        Tree y = tree(depth - 1);
        String space = random.nextBoolean() || Character.isLetter(operator.charAt(0)) ? " " : "";
        return new Tree(
                x.within(left) + space + operator + space + y.within(right),
                precedence,
                point -> meaning.apply(x.of(point), y.of(point)));
    }

    private static Tree chain(Tree x, Tree y, Tree z) {
        return new Tree(
                "%s >= %s != %s".formatted(x.within(6), y.within(6), z.within(6)),
                5,
                point -> x.of(point) >= y.of(point) && y.of(point) != z.of(point) ? 1 : 0);
    }

    private static Tree conditional(Tree condition, Tree yes, Tree no) {
        return new Tree(
                "%s ? %s : %s".formatted(condition.within(2), yes.text(), no.text()),
                1,
                point -> condition.of(point) != 0 ? yes.of(point) : no.of(point));
    }
}
