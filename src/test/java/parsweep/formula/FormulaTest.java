package parsweep.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static double evaluate(String formula, double... values) {
        return Formula.parse(formula).compile(List.of("a", "b", "c")).evaluate(values);
    }

    @Test
    void namesComeInTheOrderInWhichTheyAppearAndWithTheirColumns() {
        Formula formula = Formula.parse("z * sin(x_1)\n + pi * a - z ^ e");

        assertThat(formula.names()).containsExactly(entry("z", 1), entry("x_1", 9), entry("a", 22));
    }

    private static Map.Entry<String, Integer> entry(String name, int column) {
        return Map.entry(name, column);
    }

    @ParameterizedTest
    @CsvSource({"sin, true", "pi, true", "and, true", "true, true", "Sin, false", "PI, false", "x, false", "if, false"})
    void wordsOfTheLanguageAreReserved(String name, boolean isReserved) {
        assertThat(Formula.isReserved(name)).isEqualTo(isReserved);
    }

    @Test
    void spaceMeansNothing() {
        assertThat(evaluate("\t a\r\n+  b *c ", 2, 3, 5)).isEqualTo(evaluate("a+b*c", 2, 3, 5));
    }

    /** Ten thousand characters: several methods, since HotSpot would not compile one of that length. */
    @ParameterizedTest
    @ValueSource(strings = {"a+", "a*", "a-", "a^1*", "a and ", "0 or ", "(a<b<c)+", "(a<b<c<b<b<b<b<b<b<b<b)+"})
    void theLongestFormulasAreEvaluated(String part) {
        int times = (Formula.MAX_LENGTH - 1) / part.length();
        String formula = part.repeat(times) + "a";

        double value = evaluate(formula, 1, 2, 3);

        assertThat(value)
                .isEqualTo(
                        switch (part) {
                            case "a+" -> times + 1.0;
                            case "a-" -> 1.0 - times;
                            case "(a<b<c)+" -> times + 1.0;
                            case "(a<b<c<b<b<b<b<b<b<b<b)+" -> 1;
                            default -> 1;
                        });
    }

    @Test
    void aNumberIsReadAsJavaAndPythonReadIt() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            double number = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(number)) {
                assertThat(evaluate(Double.toString(number))).isEqualTo(number);
            }
        }
    }

    /** Multiplied out in twice the precision: within 0.5 ulp, and another 0.5 and a half for a reciprocal. */
    @Test
    void smallWholePowersAreRight() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            double x = (random.nextDouble() * 2 - 1) * Math.pow(10, random.nextInt(-17, 18));
            int n = random.nextInt(-16, 17);

            double power = evaluate("a^b", x, n);

            BigDecimal exact = new BigDecimal(x).pow(Math.abs(n));
            double right =
                    n < 0 ? BigDecimal.ONE.divide(exact, new MathContext(40)).doubleValue() : exact.doubleValue();
            assertThat(power).as("%s^%s", x, n).isCloseTo(right, within(n < 0 ? 2 * Math.ulp(right) : 0));
        }
    }

    @Test
    void log2OfEveryPowerOf2IsExact() {
        IntStream.rangeClosed(-1022, 1023)
                .forEach(
                        n -> assertThat(evaluate("log2(a)", Math.scalb(1.0, n))).isEqualTo(n));
    }

    @Test
    void everyFunctionTakesEveryDouble() {
        double[] values = {
            0, -0.0, 1, -1, 0.5, 1e-320, 1e308, -1e308, 171, 172, -170.5, 1e9, Double.NaN, 1 / 0.0, -1 / 0.0
        };
        Functions.ARITIES.forEach((function, arity) -> {
            String arguments = List.of("a", "b").subList(0, arity).stream().collect(Collectors.joining(","));
            Evaluator evaluator =
                    Formula.parse(function + "(" + arguments + ")").compile(List.of("a", "b"));
            for (double a : values) {
                for (double b : values) {
                    double value = evaluator.evaluate(new double[] {a, b});
                    if (Double.isNaN(a) && !List.of("pow", "hypot").contains(function)) {
                        assertThat(value).as("%s(%s, %s)", function, a, b).isNaN();
                    }
                }
            }
        });
    }

    @Test
    void aNameWithAValueIsFreeNoMore() {
        Formula formula = Formula.parse("a * b + c").with(Map.of("b", 3.0, "unused", 5.0));

        assertThat(formula.names()).containsOnlyKeys("a", "c");
        assertThat(formula.compile(List.of("c", "a")).evaluate(new double[] {1, 2}))
                .isEqualTo(7);
        assertThat(formula.with(Map.of("b", 4.0, "a", 2.0, "c", 0.5))
                        .compile(List.of())
                        .evaluate(new double[0]))
                .isEqualTo(6.5);
    }

    /** Bits that were printed on JDK 17; they may change with {@link Formula#VERSION} only. */
    @Test
    void bitsAreTheSameOnEveryJvm() {
        long hash = 0;
        SplittableRandom random = new SplittableRandom(3);
        for (String function : Functions.ARITIES.keySet()) {
            Evaluator evaluator = Formula.parse(
                            function + (Functions.ARITIES.getOrDefault(function, 1) == 1 ? "(a)" : "(a, b)"))
                    .compile(List.of("a", "b"));
            for (int i = 0; i < 2_000; i++) {
                double a = random.nextDouble() * 40 - (i % 2 == 0 ? 0 : 20);
                double b = random.nextDouble() * 6 - 3;
                hash = hash * 31 + Double.doubleToLongBits(evaluator.evaluate(new double[] {a, b}));
            }
        }

        assertThat(Long.toHexString(hash)).isEqualTo("70d7dbc3b57cc2c6");
    }
}
