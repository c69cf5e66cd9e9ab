package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransposeTest {
    static IntStream rows() {
        return IntStream.concat(IntStream.rangeClosed(0, 34), IntStream.of(1000, 1003));
    }

    @ParameterizedTest(name = "{0} rows")
    @MethodSource("rows")
    void everyByteGoesToItsMirrorPlace(int rows) {
        for (int columns : new int[] {1, 2, 4, 7, 8, 9, 16, 33}) {
            byte[] in = new byte[rows * columns];
            new SplittableRandom(rows).nextBytes(in);
            byte[] out = new byte[in.length];

            Transpose.bytes(in, out, rows, columns);

            byte[] expected = new byte[in.length];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    expected[column * rows + row] = in[row * columns + column];
                }
            }
            assertThat(out).as("%d x %d", rows, columns).isEqualTo(expected);
        }
    }
}
