package parsweep.formula;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The body of a method while it is written: doubles on the stack, the values of names where the layout says. */
final class Code {
    private final MethodVisitor method;
    private final Layout layout;
    private final Compiler compiler;
    private final List<Expression> parts;
    private int locals;

    /**
     * @param compiler whose class the method belongs to
     * @param parts the expressions that become methods of their own; this may add to them
     */
    Code(MethodVisitor method, Layout layout, Compiler compiler, List<Expression> parts) {
        this.method = method;
        this.layout = layout;
        this.compiler = compiler;
        this.parts = parts;
        this.locals = layout.firstFree();
    }

    /** Writes an operand in place, or a call of the method that it is. */
    void value(Expression expression) {
        if (!expression.isMethod()) {
            expression.write(this);
            return;
        }
        layout.pushArguments(method);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, Compiler.CLASS, layout.partPrefix() + parts.size(), layout.partType(), false);
        parts.add(expression);
    }

    void constant(double value) {
        method.visitLdcInsn(value);
    }

    void variable(String name) {
        Double constant = compiler.constants().get(name);
        if (constant != null) {
            constant(constant);
            return;
        }
        Integer slot = compiler.slots().get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no slot for '%s' (expected: one of %s)"
                    .formatted(name, compiler.slots().keySet()));
        }
        layout.pushValue(method, slot);
    }

    void instruction(int opcode) {
        method.visitInsn(opcode);
    }

    void call(Class<?> owner, String name, int arity) {
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, "(" + "D".repeat(arity) + ")D", false);
    }

    int newLocal() {
        int local = locals;
        locals += 2; // a double takes two
        return local;
    }

    /** Copies the value on the stack to a local variable. */
    void keep(int local) {
        method.visitInsn(Opcodes.DUP2);
        method.visitVarInsn(Opcodes.DSTORE, local);
    }

    void load(int local) {
        method.visitVarInsn(Opcodes.DLOAD, local);
    }

    void jumpIfFalse(Label label) {
        method.visitInsn(Opcodes.DCONST_0);
        method.visitInsn(Opcodes.DCMPL);
        method.visitJumpInsn(Opcodes.IFEQ, label);
    }

    void jump(Label label) {
        method.visitJumpInsn(Opcodes.GOTO, label);
    }

    void label(Label label) {
        method.visitLabel(label);
    }
}
