package parsweep.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.random.DesignStream.Purpose;

class DesignStreamTest {
    /*
     * Printed by NumPy 2.4.6:
     *
     *   import numpy as np
     *   for purpose, name in enumerate(["POINT", "JITTER", "PERMUTATION", "SCRAMBLING"]):
     *       for seed, position in [(0, 0), (2**53, 2**53 - 1)]:
     *           key = np.array([seed, 1], dtype=np.uint64)
     *           raw = np.random.Philox(key=key, counter=[0, position, purpose, 0]).random_raw(5)
     *           print(seed, position, name, *raw.view(np.int64), sep=", ")
     */
    @ParameterizedTest(name = "seed {0}, position {1}, {2}")
    @CsvSource(textBlock = """
            0, 0, POINT, -3443009869511011978, -4587125560200591515, -6057006057279258523, 8912064414512752064, -5438188346790783889
            9007199254740992, 9007199254740991, POINT, -8753034212944097205, -7869069101288494689, -2612155132884653883, -1586605695570556833, 1182024438667787906
            0, 0, JITTER, 3245738530551145091, 3473859874391648748, -2651497129309937367, 697455824585415330, 603430941031659849
            9007199254740992, 9007199254740991, JITTER, -2382660244337062632, -5171172663955796407, 9067650382017725907, -8686091731874658909, 6202464333542282199
            0, 0, PERMUTATION, -1877788186130467328, 4643445842764699919, -5427161977498401865, -7354096797850212158, 942711759304470804
            9007199254740992, 9007199254740991, PERMUTATION, 376916966948121069, 7597115783414386825, 2939410101058322383, -7511702803849462508, -537012118165731435
            0, 0, SCRAMBLING, -3584662913929273352, -6393145629535017054, -8652205486242084800, -8032432212215446981, 4673913753353373969
            9007199254740992, 9007199254740991, SCRAMBLING, -6366876714605942400, -5749250344939198283, -2167818139891040266, -6468606166455976903, 7456831548397660577
            """)
    void hasTheBitsOfNumPy(long seed, long position, Purpose purpose, long r0, long r1, long r2, long r3, long r4) {
        UniformRandomProvider stream = DesignStream.of(seed, purpose, position);

        assertThat(LongStream.generate(stream::nextLong).limit(5)).containsExactly(r0, r1, r2, r3, r4);
    }

    @Test
    void aSweepAndADesignOfOneSeedHaveNoNumberInCommon() {
        List<UniformRandomProvider> streams = Stream.concat(
                        Stream.of(PointStream.of(7, 3)),
                        Stream.of(Purpose.values()).map(purpose -> DesignStream.of(7, purpose, 3)))
                .toList();

        assertThat(streams.stream()
                        .flatMap(stream -> LongStream.generate(stream::nextLong)
                                .limit(1000)
                                .boxed()))
                .doesNotHaveDuplicates();
    }
}
