package parsweep.model.wasm;

/** What a global is at first, where a segment begins, or what an element is: a value known before anything runs. */
final class ConstantExpression {
    private ConstantExpression() {}

    /**
     * Reads one up to its end.
     *
     * @throws InvalidModule if there is an instruction that has no place in it
     */
    static void read(Cursor cursor, Weight weight) {
        while (true) {
            int code = cursor.next();
            weight.add(1);
            switch (code) {
                case 0x0b -> {
                    return;
                }
                case 0x23, 0x41, 0x42, 0xd2 -> cursor.skipNumber(); // global.get, i32.const, i64.const, ref.func
                case 0x43 -> cursor.skip(4); // f32.const
                case 0x44 -> cursor.skip(8); // f64.const
                case 0xd0 -> cursor.next(); // ref.null
                default ->
                    throw new InvalidModule(
                            "instruction 0x%02x in a constant expression".formatted(code), "a constant or global.get");
            }
        }
    }
}
