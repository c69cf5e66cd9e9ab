package parsweep.model.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes WebAssembly modules byte by byte, also such as no compiler would. Types are texts of letters, {@code i} for i32, {@code l}
 * for i64, {@code d} for f64: {@code "dd:d"} is a function of two f64 that returns one. Functions are numbered with
 * imports first.
 */
public final class ModuleBytes {
    private final List<byte[]> types = new ArrayList<>();
    private final List<byte[]> imports = new ArrayList<>();
    private final List<byte[]> functions = new ArrayList<>();
    private final List<byte[]> tables = new ArrayList<>();
    private final List<byte[]> memories = new ArrayList<>();
    private final List<byte[]> globals = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> data = new ArrayList<>();
    private byte[] start = {};

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** An unsigned LEB128 number. */
    public static byte[] number(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest >= 0x80) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    /** The instruction f64.const. */
    public static byte[] f64(double value) {
        return ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x44)
                .putDouble(value)
                .array();
    }

    /** The instruction i32.const of a small number, at least 0. */
    public static byte[] i32(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x41);
        int rest = value;
        while (rest >= 0x40) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return concat(number(utf8.length), utf8);
    }

    private static byte[] values(String letters) {
        byte[] types = new byte[letters.length()];
        for (int i = 0; i < types.length; i++) {
            types[i] = (byte) (letters.charAt(i) == 'i' ? 0x7f : letters.charAt(i) == 'l' ? 0x7e : 0x7c);
        }
        return concat(number(types.length), types);
    }

    private int type(String signature) {
        String[] sides = signature.split(":", -1);
        types.add(concat(bytes(0x60), values(sides[0]), values(sides[1])));
        return types.size() - 1;
    }

    public ModuleBytes rawType(int... type) {
        types.add(bytes(type));
        return this;
    }

    public ModuleBytes importFunction(String module, String name, String signature) {
        imports.add(concat(text(module), text(name), bytes(0), number(type(signature))));
        return this;
    }

    public ModuleBytes importMemory(String module, String name, int pages) {
        imports.add(concat(text(module), text(name), bytes(2, 0), number(pages)));
        return this;
    }

    /** A function without local variables, exported by its name if that is not empty. */
    public ModuleBytes function(String name, String signature, byte[]... code) {
        return function(name, signature, bytes(0), code);
    }

    /** The same with a declaration of local variables. */
    public ModuleBytes functionWithLocals(String name, String signature, byte[] locals, byte[]... code) {
        return function(name, signature, locals, code);
    }

    private ModuleBytes function(String name, String signature, byte[] locals, byte[][] code) {
        if (!name.isEmpty()) {
            exports.add(concat(text(name), bytes(0), number(imports.size() + bodies.size())));
        }
        functions.add(number(type(signature)));
        byte[] body = concat(locals, concat(code), bytes(0x0b));
        bodies.add(concat(number(body.length), body));
        return this;
    }

    public ModuleBytes memory(long pages) {
        memories.add(concat(bytes(0), number(pages)));
        exports.add(concat(text("memory"), bytes(2, 0)));
        return this;
    }

    public ModuleBytes table(long entries) {
        tables.add(concat(bytes(0x70, 0), number(entries)));
        return this;
    }

    /** A variable of type i32, exported by its name. */
    public ModuleBytes global(String name, int value) {
        exports.add(concat(text(name), bytes(3), number(globals.size())));
        globals.add(concat(bytes(0x7f, 1), i32(value), bytes(0x0b)));
        return this;
    }

    public ModuleBytes data(int offset, byte[] content) {
        data.add(concat(bytes(0), i32(offset), bytes(0x0b), number(content.length), content));
        return this;
    }

    /** A data segment that says that it is longer than it is. */
    public ModuleBytes dataOfLength(long length) {
        data.add(concat(bytes(0), i32(0), bytes(0x0b), number(length)));
        return this;
    }

    public ModuleBytes start(int function) {
        start = concat(bytes(8), number(number(function).length), number(function));
        return this;
    }

    public byte[] build() {
        return concat(
                bytes(0, 'a', 's', 'm', 1, 0, 0, 0),
                section(1, types),
                section(2, imports),
                section(3, functions),
                section(4, tables),
                section(5, memories),
                section(6, globals),
                section(7, exports),
                start,
                section(10, bodies),
                section(11, data));
    }

    private static byte[] section(int id, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return new byte[0];
        }
        byte[] content = concat(number(entries.size()), concat(entries.toArray(byte[][]::new)));
        return concat(bytes(id), number(content.length), content);
    }
}
