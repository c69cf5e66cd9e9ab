package parsweep.sweep.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.exec.StopSignal;
import parsweep.outcome.FailureKind;
import parsweep.sweep.state.BlockStore;
import parsweep.sweep.state.FakeBlocks;
import parsweep.sweep.state.FakeShards;
import parsweep.sweep.state.FakeSweep;
import parsweep.sweep.state.Refill;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.ShardStore.Outstanding;

class CarverTest {
    private static final int WINDOW = 8;

    private final FakeShards shards = new FakeShards();
    private final List<Shard> inserted = shards.inserted;
    private final List<Long> newEnds = shards.newEnds;
    private final Deque<Shard> queued = new ArrayDeque<>();
    private final Carver carver = new Carver(shards, new FakeBlocks(List.of()), queue());

    private ShardQueue queue() {
        return new ShardQueue() {
            @Override
            public void enqueue(Shard shard) {
                queued.add(shard);
            }

            @Override
            public void wake() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void stop(long sweepId, StopSignal.Kind kind) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isShared() {
                return false;
            }

            @Override
            public int window() {
                return WINDOW;
            }

            @Override
            public int workers() {
                return WINDOW / 2;
            }
        };
    }

    @ParameterizedTest(name = "{0} points, at most {1} at a time, {2} s a point")
    @CsvSource({
        "1,         100, 1",
        "7,         100, 0",
        "8,         100, 1e-3",
        "9,         1,   1e-3",
        "100000,    100, 1e-3",
        "1000000,   3,   1e-4",
        "123456789, 100, 1e-6",
        "9007199254740992, 100, 1e-10",
        "1000,      100, 10"
    })
    void everyIndexIsInExactlyOneShardAndTheWindowIsNeverExceeded(long size, int parallelism, double secondsPerPoint) {
        FakeSweep sweep = new FakeSweep(size, 1, parallelism);
        SplittableRandom random = new SplittableRandom(size);
        long next = 0;
        boolean isLarge = size > 1L << 50; // 2^53 points are some million shards

        carver.fill(sweep, inQueue(0));
        while (!queued.isEmpty() && !(isLarge && inserted.size() > 10_000)) {
            assertThat(queued.size()).isLessThanOrEqualTo(Math.min(WINDOW, parallelism));
            Shard shard = queued.remove();
            assertThat(shard.first()).isEqualTo(next);
            assertThat(shard.next()).isEqualTo(next);
            assertThat(shard.end()).isGreaterThan(next);
            next = shard.end();
            sweep.fold(FakeSweep.points(shard.remaining(), shard.remaining() * secondsPerPoint * random.nextDouble(2)));
            carver.fill(sweep, inQueue(queued.size()));
        }

        if (!isLarge) {
            assertThat(next).isEqualTo(size);
        }
        assertThat(inserted.get(inserted.size() - 1).end()).isEqualTo(sweep.nextIndex());
    }

    @Test
    void theFirstShardsAreAPointEachAndPromisedNothing() {
        FakeSweep sweep = new FakeSweep(1000, 1, 100);
        shards.virtualTime = 5;

        carver.fill(sweep, inQueue(0));

        assertThat(inserted).hasSize(WINDOW).allSatisfy(shard -> {
            assertThat(shard.remaining()).isOne();
            assertThat(shard.promisedSeconds()).isZero();
            assertThat(shard.startTag()).isEqualTo(5);
        });
        assertThat(queued).containsExactlyElementsOf(inserted);
        assertThat(sweep.clock()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3})
    void theClockAdvancesByWhatIsPromisedOverTheWeight(double weight) {
        FakeSweep sweep = new FakeSweep(1_000_000, weight, 100);
        sweep.fold(FakeSweep.points(1000, 1));
        sweep.setClock(7);

        carver.fill(sweep, inQueue(0));

        assertThat(inserted).hasSize(WINDOW).allSatisfy(shard -> {
            assertThat(shard.remaining()).isEqualTo(2000);
            assertThat(shard.promisedSeconds()).isEqualTo(0.5);
        });
        for (int i = 0; i < WINDOW; i++) {
            assertThat(inserted.get(i).startTag()).isCloseTo(7 + i * 0.5 / weight, within(1e-9));
        }
        assertThat(sweep.clock()).isCloseTo(7 + WINDOW * 0.5 / weight, within(1e-9));
    }

    @Test
    void nothingIsCarvedForAFullWindow() {
        FakeSweep sweep = new FakeSweep(1000, 1, 3);

        carver.fill(sweep, inQueue(3));

        assertThat(inserted).isEmpty();
        assertThat(sweep.nextIndex()).isZero();
    }

    private static Outstanding inQueue(int shards) {
        return new Outstanding(shards, 0, 0);
    }

    private static Shard shard(long first, long end) {
        return Shard.queued(1, first, end, 0, 0);
    }

    @Test
    void parkedShardsComeBeforeNewOnes() {
        FakeSweep sweep = new FakeSweep(1000, 1, 3);
        sweep.setNextIndex(30);
        Shard parked = new Shard(1, 10, 15, 20, 0, 0, true);
        inserted.addAll(List.of(shard(0, 10), parked, shard(20, 30)));

        carver.fill(sweep, new Outstanding(2, 1, 0));

        assertThat(queued).extracting(Shard::first).containsExactly(10L);
        assertThat(inserted).noneMatch(Shard::parked);
        assertThat(sweep.nextIndex()).isEqualTo(30);
    }

    @Test
    void aShardOfASweepThatIsOpenAgainDoesNotEndWithinABlock() {
        Carver again = new Carver(
                shards, new FakeBlocks(List.of(new BlockStore.Span(0, 7, 1), new BlockStore.Span(9, 4, 0))), queue());
        FakeSweep sweep = new FakeSweep(1000, 1, 3);
        sweep.setRefill(new Refill(Set.of(FailureKind.TIMEOUT)));

        again.fill(sweep, inQueue(0));

        assertThat(inserted).extracting(Shard::first).containsExactly(0L, 7L, 8L);
        assertThat(inserted).extracting(Shard::end).containsExactly(7L, 8L, 9L);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 10, 1001})
    void aSplitGivesTheLatterHalfAway(long remaining) {
        FakeSweep sweep = new FakeSweep(100 + remaining, 1, 100);
        sweep.fold(FakeSweep.points(100, 1));
        Shard shard = new Shard(1, 50, 100, 100 + remaining, 0, 2, false);

        Shard kept = carver.split(sweep, shard, 7);

        Shard given = queued.remove();
        assertThat(kept.first()).isEqualTo(50);
        assertThat(kept.next()).isEqualTo(100);
        assertThat(kept.end()).isEqualTo(given.first()).isEqualTo(given.next());
        assertThat(given.end()).isEqualTo(100 + remaining);
        assertThat(kept.remaining() - given.remaining()).isBetween(0L, 1L);
        assertThat(newEnds).containsExactly(kept.end());
        assertThat(inserted).containsExactly(given);
    }

    @ParameterizedTest
    @CsvSource({"8, 100", "3, 3", "9, 100"})
    void thereIsNoSplitWithoutRoomForAShard(int outstanding, int parallelism) {
        Shard shard = new Shard(1, 0, 10, 100, 0, 2, false);

        Shard kept = carver.split(new FakeSweep(100, 1, parallelism), shard, outstanding);

        assertThat(kept).isEqualTo(shard);
        assertThat(queued).isEmpty();
        assertThat(newEnds).isEmpty();
    }

    @ParameterizedTest(name = "{0} points in {1} s: {2} more take {3} s")
    @CsvSource({"0, 0, 100, 0", "100, 1, 20, 0.2", "100, 1, 50, 0.5", "100, 1, 51, 0.5", "1, 3600, 1, 0.5"})
    void aShardIsPromisedWhatItsPointsWillTakeButNoMoreThanATurn(
            long finished, double seconds, long count, double expected) {
        assertThat(carver.expectedSeconds(FakeSweep.points(finished, seconds), count))
                .isCloseTo(expected, within(1e-12));
    }
}
