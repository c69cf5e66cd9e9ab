package parsweep.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import parsweep.formula.Expression.Call;
import parsweep.formula.Expression.Chain;
import parsweep.formula.Expression.Conditional;
import parsweep.formula.Expression.Constant;
import parsweep.formula.Expression.Instruction;
import parsweep.formula.Expression.Variable;
import parsweep.formula.Token.Kind;

/**
 * Parses by operator precedence: {@link #expression} reads an operand and then whatever binds tighter than what called
 * it.
 *
 * @see <a href="https://doi.org/10.1145/512927.512931">Pratt (1973), top down operator precedence</a>
 */
final class Parser {
    /** Of parentheses, signs, powers of powers and the like: more than anyone can read, and no danger to the stack. */
    static final int MAX_DEPTH = 100;

    /** Comparisons in a chain: bounds the length of a method, of which a chain is a part with all its operands. */
    private static final int MAX_CHAIN = 10;

    private static final int CONDITIONAL = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int RELATION = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int SIGN = 8;
    private static final int POWER = 9;

    private static final Map<String, Integer> PRECEDENCES = Map.ofEntries(
            Map.entry("?", CONDITIONAL),
            Map.entry("or", OR),
            Map.entry("and", AND),
            Map.entry("<", RELATION),
            Map.entry("<=", RELATION),
            Map.entry(">", RELATION),
            Map.entry(">=", RELATION),
            Map.entry("==", RELATION),
            Map.entry("!=", RELATION),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("^", POWER),
            Map.entry("**", POWER));

    private static final Map<String, String> RELATIONS = Map.of(
            "<", "less",
            "<=", "lessOrEqual",
            ">", "greater",
            ">=", "greaterOrEqual",
            "==", "equal",
            "!=", "unequal");

    private static final String OPERAND = "a number, a name, a function, a sign, not, or (";

    private final Lexer lexer;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private Token token;
    private int depth;

    Parser(String text) {
        lexer = new Lexer(text);
        token = lexer.next();
    }

    Map<String, Integer> names() {
        return names;
    }

    Expression parse() {
        Expression expression = expression(CONDITIONAL);
        if (token.kind() != Kind.END) {
            throw token.unexpected("an operator, or the end");
        }
        return expression;
    }

    private Token advance() {
        Token taken = token;
        token = lexer.next();
        return taken;
    }

    private void expect(String symbol, String expected) {
        if (!token.is(symbol)) {
            throw token.unexpected(expected);
        }
        advance();
    }

    /** An expression inside another one, as deep as {@link #MAX_DEPTH} allows. */
    private Expression nested(int least) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new FormulaException(
                    token.column(), "nested deeper than %d".formatted(MAX_DEPTH), "at most that; or several formulas");
        }
        Expression expression = expression(least);
        depth--;
        return expression;
    }

    /**
     * Reads an operand and all operators that follow it and bind at least as tightly as {@code least}. Calls itself for a
     * right operand that binds tighter, so at most once for each precedence; whatever else recurs does so by
     * {@link #nested}.
     */
    private Expression expression(int least) {
        Expression left = operand(least);
        while (precedence() >= least) {
            left = switch (precedence()) {
                case CONDITIONAL -> conditional(left);
                case RELATION -> relation(left);
                default -> binary(left, advance());
            };
        }
        return left;
    }

    /** Of the operator that comes next; 0 if it is none. */
    private int precedence() {
        return token.kind() == Kind.SYMBOL ? PRECEDENCES.getOrDefault(token.text(), 0) : 0;
    }

    private Expression binary(Expression left, Token operator) {
        return switch (operator.text()) {
            case "+" -> new Instruction(Opcodes.DADD, left, expression(SUM + 1));
            case "-" -> new Instruction(Opcodes.DSUB, left, expression(SUM + 1));
            case "*" -> new Instruction(Opcodes.DMUL, left, expression(PRODUCT + 1));
            case "/" -> new Instruction(Opcodes.DDIV, left, expression(PRODUCT + 1));
            case "%" -> new Call(Functions.class, "mod", left, expression(PRODUCT + 1));
            case "^", "**" -> new Call(Functions.class, "pow", left, nested(POWER)); // right associative
            case "and" -> new Conditional(left, truth(expression(AND + 1)), new Constant(0));
            case "or" -> new Conditional(left, new Constant(1), truth(expression(OR + 1)));
            default -> throw new IllegalStateException(operator.text());
        };
    }

    private static Expression truth(Expression expression) {
        return new Call(Relations.class, "isTrue", expression);
    }

    private Expression conditional(Expression condition) {
        advance();
        Expression yes = nested(CONDITIONAL);
        expect(":", ": of the conditional, or an operator");
        return new Conditional(condition, yes, nested(CONDITIONAL));
    }

    private Expression relation(Expression first) {
        List<Expression> operands = new ArrayList<>(List.of(first));
        List<String> relations = new ArrayList<>();
        while (precedence() == RELATION) {
            if (relations.size() == MAX_CHAIN) {
                throw token.unexpected("at most %d comparisons in a chain".formatted(MAX_CHAIN));
            }
            relations.add(RELATIONS.getOrDefault(advance().text(), ""));
            operands.add(expression(RELATION + 1));
        }
        return new Chain(relations, operands);
    }

    private Expression operand(int least) {
        if (token.kind() == Kind.NUMBER) {
            return number(advance());
        }
        if (token.kind() == Kind.NAME) {
            return name(advance());
        }
        if (token.is("(")) {
            advance();
            Expression inner = nested(CONDITIONAL);
            expect(")", ") or an operator");
            return inner;
        }
        if (token.is("-")) {
            advance();
            return new Instruction(Opcodes.DNEG, nested(SIGN));
        }
        if (token.is("+")) {
            advance();
            return nested(SIGN);
        }
        if (token.is("not") && least <= NOT) { // as in Python: 1 + not a is an error
            advance();
            return new Call(Relations.class, "isFalse", nested(NOT));
        }
        throw token.unexpected(OPERAND);
    }

    private static Expression number(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw token.unexpected("a finite number, or inf");
        }
        return new Constant(value);
    }

    private Expression name(Token name) {
        if (token.is("(")) {
            return call(name);
        }
        Double constant = Constants.ALL.get(name.text());
        if (constant != null) {
            return new Constant(constant);
        }
        if (Functions.ARITIES.containsKey(name.text())) {
            throw token.unexpected("( after the function %s".formatted(name.text()));
        }
        names.putIfAbsent(name.text(), name.column());
        return new Variable(name.text());
    }

    private Expression call(Token name) {
        Integer arity = Functions.ARITIES.get(name.text());
        if (arity == null) {
            throw new FormulaException(
                    name.column(),
                    "unknown function '%s'".formatted(name.shortened()),
                    "* between factors, or one of " + Formula.functions());
        }
        advance();
        List<Expression> arguments = new ArrayList<>();
        if (!token.is(")")) {
            arguments.add(nested(CONDITIONAL));
            while (token.is(",")) {
                advance();
                arguments.add(nested(CONDITIONAL));
            }
        }
        expect(")", "a comma, ) or an operator");
        if (arguments.size() != arity && !(arguments.size() > arity && Functions.FOLDED.contains(name.text()))) {
            throw new FormulaException(
                    name.column(),
                    "%d arguments of %s".formatted(arguments.size(), name.text()),
                    arity + (Functions.FOLDED.contains(name.text()) ? " or more" : ""));
        }
        if (arity == 1) {
            return new Call(Functions.class, name.text(), arguments.get(0));
        }
        return arguments.stream()
                .reduce((left, right) -> new Call(Functions.class, name.text(), left, right))
                .orElseThrow();
    }
}
