package parsweep.formula;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a class of an expression: a method for one point, a loop for columns of points, and further methods if it is
 * long. Used once.
 */
final class Compiler {
    static final String CLASS = "parsweep/formula/Compiled";

    private final Map<String, Integer> slots;
    private final Map<String, Double> constants;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    /**
     * @param slots where in the array of values a name has its own
     * @param constants values of names that have no slot
     */
    Compiler(Map<String, Integer> slots, Map<String, Double> constants) {
        this.slots = slots;
        this.constants = constants;
    }

    Evaluator compile(Expression expression) {
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, CLASS, null, "java/lang/Object", new String[] {
            Type.getInternalName(Evaluator.class)
        });
        writeConstructor();
        writeForOne(expression);
        writeForColumns(expression);
        writer.visitEnd();
        try {
            // Hidden: it can see this package, nobody can see it, and it goes when its formula goes.
            return (Evaluator) MethodHandles.lookup()
                    .defineHiddenClass(writer.toByteArray(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled formula cannot be loaded", e);
        }
    }

    Map<String, Integer> slots() {
        return slots;
    }

    Map<String, Double> constants() {
        return constants;
    }

    private void writeForOne(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        Layout layout = new Layout.Row(1);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "evaluate", "([D)D", null, null);
        writeValue(expression, method, layout, parts);
        writeParts(parts, layout);
    }

    /** {@code for (int i = 0; i < count; i++) results[i] = ...}, of columns (1), count (2) and results (3). */
    private void writeForColumns(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        int i = 4;
        Layout layout = new Layout.Column(1, i);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "evaluate", "([[DI[D)V", null, null);
        Label next = new Label();
        Label end = new Label();
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, i);
        method.visitLabel(next);
        method.visitVarInsn(Opcodes.ILOAD, i);
        method.visitVarInsn(Opcodes.ILOAD, 2);
        method.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        method.visitVarInsn(Opcodes.ALOAD, 3);
        method.visitVarInsn(Opcodes.ILOAD, i);
        expression.write(new Code(method, layout, this, parts));
        method.visitInsn(Opcodes.DASTORE);
        method.visitIincInsn(i, 1);
        method.visitJumpInsn(Opcodes.GOTO, next);
        method.visitLabel(end);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0); // computed
        method.visitEnd();
        writeParts(parts, layout);
    }

    private void writeParts(List<Expression> parts, Layout layout) {
        for (int i = 0; i < parts.size(); i++) { // which may add to them
            MethodVisitor method =
                    writer.visitMethod(Opcodes.ACC_STATIC, layout.partPrefix() + i, layout.partType(), null, null);
            writeValue(parts.get(i), method, layout.ofPart(), parts);
        }
    }

    private void writeValue(Expression expression, MethodVisitor method, Layout layout, List<Expression> parts) {
        method.visitCode();
        expression.write(new Code(method, layout, this, parts));
        method.visitInsn(Opcodes.DRETURN);
        method.visitMaxs(0, 0); // computed
        method.visitEnd();
    }

    private void writeConstructor() {
        MethodVisitor method = writer.visitMethod(0, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
