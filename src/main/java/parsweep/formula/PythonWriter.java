package parsweep.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Writes formulas as Python. What Python would raise an error for (a division by zero, the root of a negative number) is
 * a call of a function that the reader of the text has to provide: {@code div}, {@code mod}, {@code pow} and the functions
 * of the language.
 */
final class PythonWriter {
    /** Python's parser takes some 200 nested parentheses, its compiler some 1000 operators; older ones 100. */
    private static final int MAX_DEPTH = 30;

    private final UnaryOperator<String> names;
    private final String temporary;
    private final List<String> statements = new ArrayList<>();

    /**
     * @param names what free names are called in Python
     * @param temporary the beginning of names that are free for parts of formulas
     */
    PythonWriter(UnaryOperator<String> names, String temporary) {
        this.names = names;
        this.temporary = temporary;
    }

    /** Assignments of parts that would make the last one too deep, and that one. */
    List<String> assignment(String target, Expression expression) {
        statements.add(target + " = " + text(expression).text());
        return statements;
    }

    String name(String free) {
        return names.apply(free);
    }

    /**
     * Goes down the first operands in a loop, since they may be thousands deep ({@code a + a + a + ...}); the others are no
     * deeper than what {@link Parser} allows.
     */
    private PythonText text(Expression expression) {
        Deque<Expression> spine = new ArrayDeque<>();
        for (Expression e = expression; ; e = e.operand(0)) {
            spine.push(e);
            if (e.operands().isEmpty()) {
                break;
            }
        }
        PythonText first = null; // of the operand on the stack that was popped last
        while (!spine.isEmpty()) {
            Expression e = spine.pop();
            List<PythonText> operands = new ArrayList<>();
            if (first != null) {
                operands.add(first);
            }
            for (Expression operand :
                    e.operands().subList(operands.size(), e.operands().size())) {
                operands.add(text(operand));
            }
            first = shallow(e.python(operands, this));
        }
        return Objects.requireNonNull(first);
    }

    /** A part that is deep becomes a variable: nothing here has side effects, so that it may be computed in vain. */
    private PythonText shallow(PythonText text) {
        if (text.depth() < MAX_DEPTH) {
            return text;
        }
        String name = temporary + (statements.size() + 1);
        statements.add(name + " = " + text.text());
        return PythonText.atom(name);
    }
}
