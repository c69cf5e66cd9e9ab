package parsweep.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PointHashTest {
    static IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(0, 40), IntStream.of(1000, 1001));
    }

    /** Commons Codec is the oracle. */
    private static long[] murmur(long... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words);
        return MurmurHash3.hash128x64(bytes.array());
    }

    private static long[] finished(PointHash hash) {
        hash.finish();
        return new long[] {hash.high(), hash.low()};
    }

    @ParameterizedTest(name = "{0} words")
    @MethodSource("lengths")
    void wordsHashAsTheirBytesInMurmurHash3(int length) {
        long[] words = new SplittableRandom(length).longs(length).toArray();
        PointHash hash = new PointHash();
        for (long word : words) {
            hash.add(word);
        }

        assertThat(finished(hash)).isEqualTo(murmur(words));
    }

    @ParameterizedTest(name = "{0} words first")
    @MethodSource("lengths")
    void anArrayHashesAsItsElements(int before) {
        double[] values = new SplittableRandom(1).doubles(50).toArray();
        for (int length = 0; length < 5; length++) {
            PointHash whole = new PointHash();
            PointHash single = new PointHash();
            for (int i = 0; i < before; i++) {
                whole.add(i);
                single.add(i);
            }

            whole.add(values, 10, 10 + length);
            whole.add(7);
            for (int i = 10; i < 10 + length; i++) {
                single.add(values[i]);
            }
            single.add(7);

            assertThat(finished(whole)).as("length %d", length).isEqualTo(finished(single));
        }
    }

    @Test
    void aRealHashesAsItsBitsAndEveryNaNAsTheCanonicalOne() {
        PointHash hash = new PointHash();
        hash.add(-0.0);
        hash.add(Double.POSITIVE_INFINITY);
        hash.add(Double.longBitsToDouble(0xfff8_0000_dead_beefL));
        hash.add(new double[] {Double.longBitsToDouble(0x7ff0_0000_0000_0001L), Double.MIN_VALUE}, 0, 2);

        long nan = 0x7ff8_0000_0000_0000L;
        assertThat(finished(hash)).isEqualTo(murmur(1L << 63, 0x7ff0_0000_0000_0000L, nan, nan, 1));
    }

    @Test
    void aResetHashForgetsWhatWasAdded() {
        PointHash hash = new PointHash();
        hash.add(1);
        hash.finish();

        hash.reset();
        hash.add(5);
        hash.add(6);

        assertThat(finished(hash)).isEqualTo(murmur(5, 6));
    }
}
