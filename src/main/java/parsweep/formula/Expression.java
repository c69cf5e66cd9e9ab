package parsweep.formula;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import parsweep.formula.PythonText.Level;

/** A node of a parsed formula, which can write itself as bytecode that leaves its value on the stack. */
abstract sealed class Expression {
    /**
     * Number of nodes from which an expression becomes a method of its own. HotSpot compiles no method of more than 8,000
     * bytes, and the JVM loads none of more than 65,535; a node takes some 6, a comparison in a chain 20. Also bounds the
     * recursion of {@link #write}.
     */
    private static final int METHOD_NODES = 200;

    private final List<Expression> operands;
    private final int nodes; // of the method in which it is written, those in methods of their own left out

    private Expression(Expression... operands) {
        this.operands = List.of(operands);
        int count = 1;
        for (Expression operand : operands) {
            count += operand.isMethod() ? 1 : operand.nodes;
        }
        this.nodes = count;
    }

    final boolean isMethod() {
        return nodes >= METHOD_NODES;
    }

    final Expression operand(int i) {
        return operands.get(i);
    }

    final List<Expression> operands() {
        return operands;
    }

    /** Writes this expression, and its operands by {@link Code#value}. */
    abstract void write(Code code);

    /**
     * This expression as Python.
     *
     * @param texts of the operands
     */
    abstract PythonText python(List<PythonText> texts, PythonWriter writer);

    /** A number. */
    static final class Constant extends Expression {
        private final double value;

        Constant(double value) {
            this.value = value;
        }

        @Override
        void write(Code code) {
            code.constant(value);
        }

        @Override
        PythonText python(List<PythonText> texts, PythonWriter writer) {
            if (Double.isNaN(value)) {
                return PythonText.atom("nan");
            }
            return PythonText.atom(Double.isInfinite(value) ? "inf" : Double.toString(value)); // there are no signs
        }
    }

    /** A free name. */
    static final class Variable extends Expression {
        private final String name;

        Variable(String name) {
            this.name = name;
        }

        @Override
        void write(Code code) {
            code.variable(name);
        }

        @Override
        PythonText python(List<PythonText> texts, PythonWriter writer) {
            return PythonText.atom(writer.name(name));
        }
    }

    /** What the JVM has an instruction for. */
    static final class Instruction extends Expression {
        private final int opcode;

        /** @param opcode of doubles: {@link Opcodes#DADD}, {@link Opcodes#DNEG}, ... */
        Instruction(int opcode, Expression... operands) {
            super(operands);
            this.opcode = opcode;
        }

        @Override
        void write(Code code) {
            operands().forEach(code::value);
            code.instruction(opcode);
        }

        @Override
        PythonText python(List<PythonText> texts, PythonWriter writer) {
            return switch (opcode) {
                case Opcodes.DADD -> PythonText.binary(texts.get(0), "+", texts.get(1), Level.SUM);
                case Opcodes.DSUB -> PythonText.binary(texts.get(0), "-", texts.get(1), Level.SUM);
                case Opcodes.DMUL -> PythonText.binary(texts.get(0), "*", texts.get(1), Level.PRODUCT);
                case Opcodes.DDIV -> PythonText.call("div", texts);
                case Opcodes.DNEG ->
                    new PythonText("-" + texts.get(0).within(Level.SIGN), Level.SIGN, 1 + PythonText.depth(texts));
                default -> throw new IllegalStateException("no Python for instruction " + opcode);
            };
        }
    }

    /** A call of one of {@link Functions} or {@link Relations}. */
    static final class Call extends Expression {
        private final Class<?> owner;
        private final String function;

        Call(Class<?> owner, String function, Expression... operands) {
            super(operands);
            this.owner = owner;
            this.function = function;
        }

        @Override
        void write(Code code) {
            operands().forEach(code::value);
            code.call(owner, function, operands().size());
        }

        @Override
        PythonText python(List<PythonText> texts, PythonWriter writer) {
            if (owner != Relations.class) {
                return PythonText.call(function, texts);
            }
            String relation = function.equals("isTrue") ? " != 0" : " == 0";
            String text = "float(" + texts.get(0).above(Level.RELATION) + relation + ")";
            return new PythonText(text, Level.ATOM, 1 + PythonText.depth(texts));
        }
    }

    /** {@code condition ? yes : no}, of which only one is evaluated; {@code and} and {@code or} too. */
    static final class Conditional extends Expression {
        Conditional(Expression condition, Expression yes, Expression no) {
            super(condition, yes, no);
        }

        @Override
        void write(Code code) {
            Label otherwise = new Label();
            Label end = new Label();
            code.value(operand(0));
            code.jumpIfFalse(otherwise);
            code.value(operand(1));
            code.jump(end);
            code.label(otherwise);
            code.value(operand(2));
            code.label(end);
        }

        @Override
        PythonText python(List<PythonText> texts, PythonWriter writer) {
            String text = texts.get(1).above(Level.CONDITIONAL)
                    + " if "
                    + texts.get(0).above(Level.RELATION)
                    + " != 0 else "
                    + texts.get(2).above(Level.CONDITIONAL);
            return new PythonText(text, Level.CONDITIONAL, 1 + PythonText.depth(texts));
        }
    }

    /** {@code a < b <= c}: every operand is evaluated at most once, and none after the first relation that is false. */
    static final class Chain extends Expression {
        private final List<String> relations;

        /** @param relations of {@link Relations}, one less than operands */
        Chain(List<String> relations, List<Expression> operands) {
            super(operands.toArray(Expression[]::new));
            this.relations = List.copyOf(relations);
        }

        @Override
        void write(Code code) {
            Label otherwise = new Label();
            Label end = new Label();
            int last = relations.size() - 1;
            int shared = last > 0 ? code.newLocal() : -1;
            code.value(operand(0));
            for (int i = 0; i < last; i++) {
                code.value(operand(i + 1));
                code.keep(shared);
                code.call(Relations.class, relations.get(i), 2);
                code.jumpIfFalse(otherwise);
                code.load(shared);
            }
            code.value(operand(last + 1));
            code.call(Relations.class, relations.get(last), 2);
            if (last > 0) {
                code.jump(end);
                code.label(otherwise);
                code.constant(0);
                code.label(end);
            }
        }

        @Override
        PythonText python(List<PythonText> texts, PythonWriter writer) {
            StringBuilder chain = new StringBuilder(texts.get(0).above(Level.RELATION));
            for (int i = 0; i < relations.size(); i++) {
                chain.append(' ').append(Relations.python(relations.get(i))).append(' ');
                chain.append(texts.get(i + 1).above(Level.RELATION));
            }
            return new PythonText("float(" + chain + ")", Level.ATOM, 1 + PythonText.depth(texts));
        }
    }

    /** For debugging; shows one level only, since a formula may be deep. */
    @Override
    public String toString() {
        return getClass().getSimpleName()
                + Arrays.toString(operands.stream()
                        .map(operand -> operand.getClass().getSimpleName())
                        .toArray());
    }
}
