package parsweep.formula;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes a class of an expression: one method, and more of them if it is long. Used once. */
final class Compiler {
    static final String CLASS = "parsweep/formula/Compiled";
    static final String STATIC_TYPE = "([D)D";

    private final Map<String, Integer> slots;
    private final Map<String, Double> constants;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final List<Expression> methods = new ArrayList<>();

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
        write(expression, writer.visitMethod(Opcodes.ACC_PUBLIC, "evaluate", STATIC_TYPE, null, null), 1);
        for (int i = 0; i < methods.size(); i++) { // which may add to them
            write(methods.get(i), writer.visitMethod(Opcodes.ACC_STATIC, methodName(i), STATIC_TYPE, null, null), 0);
        }
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

    static String methodName(int number) {
        return "part" + number;
    }

    Map<String, Integer> slots() {
        return slots;
    }

    Map<String, Double> constants() {
        return constants;
    }

    /** Arranges for an expression to become a static method and gives its number. */
    int addMethod(Expression expression) {
        methods.add(expression);
        return methods.size() - 1;
    }

    private void write(Expression expression, MethodVisitor method, int values) {
        method.visitCode();
        expression.write(new Code(method, values, this));
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
