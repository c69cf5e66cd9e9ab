package parsweep.formula;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The body of a method while it is written: doubles on the stack, the values of the point in a local variable. */
final class Code {
    private final MethodVisitor method;
    private final int values; // the local variable that holds them
    private final Compiler compiler;
    private int locals;

    /**
     * @param values the local variable that holds the array of values
     * @param compiler whose class the method belongs to
     */
    Code(MethodVisitor method, int values, Compiler compiler) {
        this.method = method;
        this.values = values;
        this.compiler = compiler;
        this.locals = values + 1;
    }

    /** Writes an operand in place, or a call of the method that it is. */
    void value(Expression expression) {
        if (!expression.isMethod()) {
            expression.write(this);
            return;
        }
        int number = compiler.addMethod(expression);
        method.visitVarInsn(Opcodes.ALOAD, values);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, Compiler.CLASS, Compiler.methodName(number), Compiler.STATIC_TYPE, false);
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
        method.visitVarInsn(Opcodes.ALOAD, values);
        method.visitLdcInsn(slot);
        method.visitInsn(Opcodes.DALOAD);
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
