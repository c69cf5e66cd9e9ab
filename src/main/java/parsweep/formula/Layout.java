package parsweep.formula;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Where a method finds the values of a formula's names. The parts of a long formula take the same arguments. */
sealed interface Layout {
    /** The type of the method that a part is. */
    String partType();

    /** What its name begins with. */
    String partPrefix();

    /** The same layout as a part sees it: its arguments are its first local variables. */
    Layout ofPart();

    /** The first local variable that is free. */
    int firstFree();

    /** Puts on the stack what a part takes. */
    void pushArguments(MethodVisitor method);

    /** Puts the value in a slot on the stack. */
    void pushValue(MethodVisitor method, int slot);

    /**
     * An array of the values of one point.
     *
     * @param values the local variable that holds it
     */
    record Row(int values) implements Layout {
        @Override
        public String partType() {
            return "([D)D";
        }

        @Override
        public String partPrefix() {
            return "part";
        }

        @Override
        public Layout ofPart() {
            return new Row(0);
        }

        @Override
        public int firstFree() {
            return values + 1;
        }

        @Override
        public void pushArguments(MethodVisitor method) {
            method.visitVarInsn(Opcodes.ALOAD, values);
        }

        @Override
        public void pushValue(MethodVisitor method, int slot) {
            method.visitVarInsn(Opcodes.ALOAD, values);
            method.visitLdcInsn(slot);
            method.visitInsn(Opcodes.DALOAD);
        }
    }

    /**
     * An array of columns, and the position of the point in them.
     *
     * @param columns the local variable that holds the columns
     * @param position the one that holds the position; greater than {@code columns}
     */
    record Column(int columns, int position) implements Layout {
        @Override
        public String partType() {
            return "([[DI)D";
        }

        @Override
        public String partPrefix() {
            return "columnPart";
        }

        @Override
        public Layout ofPart() {
            return new Column(0, 1);
        }

        @Override
        public int firstFree() {
            return position + 1;
        }

        @Override
        public void pushArguments(MethodVisitor method) {
            method.visitVarInsn(Opcodes.ALOAD, columns);
            method.visitVarInsn(Opcodes.ILOAD, position);
        }

        @Override
        public void pushValue(MethodVisitor method, int slot) {
            method.visitVarInsn(Opcodes.ALOAD, columns);
            method.visitLdcInsn(slot);
            method.visitInsn(Opcodes.AALOAD);
            method.visitVarInsn(Opcodes.ILOAD, position);
            method.visitInsn(Opcodes.DALOAD);
        }
    }
}
