package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parsweep.formula.Formula;
import parsweep.model.ModelException;
import parsweep.outcome.Block;
import parsweep.outcome.FailureKind;
import parsweep.outcome.Fingerprint;
import parsweep.outcome.Outcomes;
import parsweep.space.Constrained;
import parsweep.space.ValueType;
import parsweep.space.Values;

/** Blocks of a space with a constraint. */
@Timeout(60)
class ExcludedBlockTest {
    private static Plan plan(FakeModel model, long size, String where, int replicates) {
        return new Plan(
                model,
                new Constrained(FakeModel.space(size), Formula.parse(where)),
                new Values(List.of(ValueType.INTEGER)),
                replicates,
                42,
                PointPolicy.ONCE);
    }

    private static List<Block> compute(WorkerPool pool, Plan plan) throws InterruptedException {
        List<Block> blocks = new ArrayList<>();
        for (long next = 0;
                next < plan.size();
                next = blocks.get(blocks.size() - 1).end()) {
            blocks.add(pool.compute(plan, next, plan.size(), new StopSignal()).orElseThrow());
        }
        return blocks;
    }

    private static Fingerprint sum(List<Block> blocks) {
        return blocks.stream().map(Block::fingerprint).reduce(Fingerprint.NONE, Fingerprint::plus);
    }

    @Test
    void theModelSeesOnlyPointsThatMeetTheConstraint() throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        FakeModel model = FakeModel.tenTimes(seen::add);
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            Block block = compute(pool, plan(model, 100, "x % 30 == 7", 2)).get(0);

            assertThat(seen).containsExactly(7L, 7L, 37L, 37L, 67L, 67L, 97L, 97L);
            assertThat(block.excluded()).isEqualTo(192);
            assertThat(model.decode(block).reals(0)).containsExactly(70, 70, 370, 370, 670, 670, 970, 970);
            assertThat(model.decode(block).offset(2)).isEqualTo(74);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x % 3 != 1", "x % 1000 == 0", "x > 30000", "x < 100", "false", "true"})
    void blocksOfAnySizeHaveTheSameFingerprint(String where) throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x % 7 == 0) {
                throw new ModelException("no");
            }
        });
        Plan plan = plan(model, 40_000, where, 1);
        List<Block> whole;
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            whole = compute(pool, plan);
        }

        try (WorkerPool pool = new WorkerPool(1, TestLimits.blockBytes(100));
                WorkerPool hasty = new WorkerPool(1, TestLimits.blockTime(Duration.ZERO))) {
            List<Block> small = compute(pool, plan);
            List<Block> hurried = compute(hasty, plan);

            assertThat(whole).hasSize(1);
            assertThat(hurried).hasSizeGreaterThan(2); // it looks at the clock even if nothing is to be computed
            assertThat(sum(small)).isEqualTo(sum(whole));
            assertThat(sum(hurried)).isEqualTo(sum(whole));
            assertThat(small.stream().mapToInt(Block::excluded).sum())
                    .isEqualTo(whole.get(0).excluded());
        }
    }

    @Test
    void aSignalEndsALongRunOfExcludedPoints() throws InterruptedException {
        FakeModel model = FakeModel.tenTimes(x -> {});
        Plan plan = plan(model, 1L << 50, "x < 0", 1);

        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            StopSignal signal = StopSignal.at(System.nanoTime() + 50_000_000);
            Block block = pool.compute(plan, 0, plan.size(), signal).orElseThrow();

            assertThat(block.excluded()).isEqualTo(block.count()).isPositive();
            assertThat(block.seconds()).isBetween(0.0, 10.0).isPositive();
        }
    }

    /** Cut in two because the first retried point fills the block. */
    @Test
    void failuresAreTriedAgainAndExcludedPointsKept() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        FakeModel model = FakeModel.tenTimes(x -> {
            if (x % 20 == 10 && tries.getAndIncrement() < 5) {
                throw new ModelException("at first");
            }
        });
        Plan plan = plan(model, 100, "x % 5 == 0", 1);
        Block before;
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            before = compute(pool, plan).get(0);
        }
        assertThat(before.failed()).isEqualTo(5);

        List<Block> again;
        try (WorkerPool pool = new WorkerPool(1, TestLimits.blockTime(Duration.ZERO))) {
            again = pool.computeAgain(plan, 0, model.decode(before), Set.of(FailureKind.ERROR), new StopSignal());
        }

        assertThat(again).hasSize(2);
        Outcomes first = model.decode(again.get(0));
        Outcomes rest = model.decode(again.get(1));
        assertThat(again.get(0).failed()).isZero();
        assertThat(again.get(1).failed()).isEqualTo(4);
        assertThat(first.rows() + rest.rows()).isEqualTo(20);
        assertThat(again.stream().mapToInt(Block::excluded)).containsExactly(8, 72);
        assertThat(first.reals(0)).containsExactly(0, 50, 100);
    }
}
