package parsweep.model.wasm;

/** Looks through what a module puts into its table and its memory before anything runs. */
final class Segments {
    private final Cursor cursor;
    private final Weight weight;

    Segments(Cursor cursor, Weight weight) {
        this.cursor = cursor;
        this.weight = weight;
    }

    void elements() {
        for (int segments = cursor.count("element segments"); segments > 0; segments--) {
            int flags = cursor.number();
            boolean active = (flags & 1) == 0;
            boolean explicit = (flags & 2) != 0;
            boolean expressions = (flags & 4) != 0;
            if (flags < 0 || flags > 7) {
                throw new InvalidModule("an element segment of kind %d".formatted(flags), "0 to 7");
            }
            if (active && explicit) {
                cursor.number(); // the table
            }
            if (active) {
                ConstantExpression.read(cursor, weight);
            }
            if (!active || explicit) {
                cursor.next(); // the kind or type of the elements
            }
            int elements = cursor.count("elements");
            weight.add(1 + elements);
            for (int i = 0; i < elements; i++) {
                if (expressions) {
                    ConstantExpression.read(cursor, weight);
                } else {
                    cursor.number();
                }
            }
        }
    }

    void data() {
        for (int segments = cursor.count("data segments"); segments > 0; segments--) {
            int mode = cursor.number();
            if (mode == 2) {
                cursor.number(); // the memory
            }
            if (mode != 1) {
                ConstantExpression.read(cursor, weight);
            }
            cursor.skip(cursor.count("bytes of data"));
            weight.add(1);
        }
    }
}
