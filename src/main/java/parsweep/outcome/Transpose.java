package parsweep.outcome;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Transposes a matrix of bytes: elements of 8 bytes become 8 runs of their first, second, ... bytes, and back.
 *
 * <p>Eight by eight bytes at a time in eight longs, by three rounds of swaps of the off-diagonal halves, quarters and
 * eighths; some three times as fast as byte by byte.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Hacker%27s_Delight">Warren, Hacker's Delight (2012), section 7-3</a>
 */
final class Transpose {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Transpose() {}

    /** Writes the transpose of {@code rows} x {@code columns} bytes. */
    static void bytes(byte[] in, byte[] out, int rows, int columns) {
        int wholeRows = columns % 8 == 0 ? rows - rows % 8 : 0;
        int wholeColumns = columns;
        if (rows % 8 == 0 && columns % 8 != 0) {
            wholeRows = rows;
            wholeColumns = columns - columns % 8;
        }
        for (int row = 0; row < wholeRows; row += 8) {
            for (int column = 0; column < wholeColumns; column += 8) {
                tile(in, row * columns + column, columns, out, column * rows + row, rows);
            }
        }
        rest(in, out, rows, columns, wholeRows, 0);
        if (wholeColumns < columns) {
            rest(in, out, rows, columns, 0, wholeColumns);
        }
    }

    private static void rest(byte[] in, byte[] out, int rows, int columns, int firstRow, int firstColumn) {
        for (int column = firstColumn; column < columns; column++) {
            for (int row = firstRow; row < rows; row++) {
                out[column * rows + row] = in[row * columns + column];
            }
        }
    }

    private static void tile(byte[] in, int from, int inStride, byte[] out, int to, int outStride) {
        long a0 = (long) LONG.get(in, from);
        long a1 = (long) LONG.get(in, from + inStride);
        long a2 = (long) LONG.get(in, from + 2 * inStride);
        long a3 = (long) LONG.get(in, from + 3 * inStride);
        long a4 = (long) LONG.get(in, from + 4 * inStride);
        long a5 = (long) LONG.get(in, from + 5 * inStride);
        long a6 = (long) LONG.get(in, from + 6 * inStride);
        long a7 = (long) LONG.get(in, from + 7 * inStride);
        long half = 0x00000000FFFFFFFFL;
        long t0 = ((a0 >>> 32) ^ a4) & half;
        long t1 = ((a1 >>> 32) ^ a5) & half;
        long t2 = ((a2 >>> 32) ^ a6) & half;
        long t3 = ((a3 >>> 32) ^ a7) & half;
        a0 ^= t0 << 32;
        a4 ^= t0;
        a1 ^= t1 << 32;
        a5 ^= t1;
        a2 ^= t2 << 32;
        a6 ^= t2;
        a3 ^= t3 << 32;
        a7 ^= t3;
        long quarter = 0x0000FFFF0000FFFFL;
        t0 = ((a0 >>> 16) ^ a2) & quarter;
        t1 = ((a1 >>> 16) ^ a3) & quarter;
        t2 = ((a4 >>> 16) ^ a6) & quarter;
        t3 = ((a5 >>> 16) ^ a7) & quarter;
        a0 ^= t0 << 16;
        a2 ^= t0;
        a1 ^= t1 << 16;
        a3 ^= t1;
        a4 ^= t2 << 16;
        a6 ^= t2;
        a5 ^= t3 << 16;
        a7 ^= t3;
        long eighth = 0x00FF00FF00FF00FFL;
        t0 = ((a0 >>> 8) ^ a1) & eighth;
        t1 = ((a2 >>> 8) ^ a3) & eighth;
        t2 = ((a4 >>> 8) ^ a5) & eighth;
        t3 = ((a6 >>> 8) ^ a7) & eighth;
        LONG.set(out, to, a0 ^ (t0 << 8));
        LONG.set(out, to + outStride, a1 ^ t0);
        LONG.set(out, to + 2 * outStride, a2 ^ (t1 << 8));
        LONG.set(out, to + 3 * outStride, a3 ^ t1);
        LONG.set(out, to + 4 * outStride, a4 ^ (t2 << 8));
        LONG.set(out, to + 5 * outStride, a5 ^ t2);
        LONG.set(out, to + 6 * outStride, a6 ^ (t3 << 8));
        LONG.set(out, to + 7 * outStride, a7 ^ t3);
    }
}
