package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parsweep.model.ModelException;
import parsweep.model.Output;
import parsweep.model.Outputs;
import parsweep.model.Point;
import parsweep.model.Shape;
import parsweep.outcome.Block;
import parsweep.outcome.Fingerprint;
import parsweep.outcome.Outcomes;

@Timeout(120)
class DeterminismTest {
    private static final int SIZE = 3000;

    private static final FakeModel MODEL = new FakeModel(
            List.of(
                    Output.real("r", "", "").allowingNonFinite(),
                    Output.integer("i", "", ""),
                    Output.text("t", ""),
                    Output.flag("f", ""),
                    Output.array("a", Shape.VARYING, "", "")),
            DeterminismTest::run);

    private static void run(long x, Point point, Outputs outputs) throws ModelException {
        UniformRandomProvider random = point.random();
        outputs.real(0, random.nextInt(10) == 0 ? Double.NaN : random.nextDouble());
        outputs.integer(1, point.seed());
        outputs.text(2, "ä".repeat(random.nextInt(9)) + x);
        if (random.nextInt(7) == 0) {
            throw new ModelException("diverged at " + random.nextInt());
        }
        if (random.nextInt(70) == 0) {
            throw new IllegalStateException("broken");
        }
        outputs.flag(3, random.nextBoolean());
        outputs.array(4, random.doubles(random.nextInt(20)).toArray());
    }

    /** What one worker makes of all points in one block. */
    private static Block whole() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(1, TestLimits.WIDE)) {
            return pool.compute(MODEL.plan(SIZE), 0, SIZE, new StopSignal()).orElseThrow();
        }
    }

    /** Runs of points that cover all of them, in any order. */
    private static List<long[]> shards(Random random) {
        List<long[]> shards = new ArrayList<>();
        for (long first = 0; first < SIZE; ) {
            long end = Math.min(SIZE, first + 1 + random.nextInt(400));
            shards.add(new long[] {first, end});
            first = end;
        }
        Collections.shuffle(shards, random);
        return shards;
    }

    private static List<Block> compute(WorkerPool pool, long[] shard) throws InterruptedException {
        List<Block> blocks = new ArrayList<>();
        for (long next = shard[0];
                next < shard[1];
                next = blocks.get(blocks.size() - 1).end()) {
            blocks.add(pool.compute(MODEL.plan(SIZE), next, shard[1], new StopSignal())
                    .orElseThrow());
        }
        return blocks;
    }

    private static List<String> rows(List<Block> blocks) {
        List<String> rows = new ArrayList<>();
        for (Block block : blocks) {
            Outcomes outcomes = MODEL.decode(block);
            for (int row = 0; row < outcomes.rows(); row++) {
                List<Object> values = new ArrayList<>();
                for (int slot = 0; slot < 5; slot++) {
                    Object value = outcomes.get(slot, row);
                    values.add(value instanceof double[] array ? Arrays.toString(array) : "" + value);
                }
                rows.add("%d %s %s".formatted(block.first() + row, outcomes.failure(row), values));
            }
        }
        return rows;
    }

    @ParameterizedTest(name = "{0} workers, blocks of up to {1} bytes, seed {2}")
    @CsvSource({"1, 1, 1", "1, 5000, 2", "8, 1, 3", "8, 700, 4", "8, 20000, 5", "8, 1000000, 6"})
    void anyNumberOfWorkersAndAnyBlocksGiveTheSameRows(int workers, long blockBytes, long seed) throws Exception {
        Block expected = whole();
        List<Block> blocks = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(workers);
        try (WorkerPool pool = new WorkerPool(workers, TestLimits.blockBytes(blockBytes))) {
            List<Future<List<Block>>> shards = new ArrayList<>();
            for (long[] shard : shards(new Random(seed))) {
                shards.add(callers.submit(() -> compute(pool, shard)));
            }
            for (Future<List<Block>> shard : shards) {
                blocks.addAll(shard.get());
            }
        } finally {
            callers.shutdownNow();
        }

        blocks.sort(Comparator.comparingLong(Block::first));
        Fingerprint sum = blocks.stream().map(Block::fingerprint).reduce(Fingerprint.NONE, Fingerprint::plus);
        assertThat(sum).isEqualTo(expected.fingerprint());
        assertThat(rows(blocks)).isEqualTo(rows(List.of(expected)));
        assertThat(blocks.stream().mapToInt(Block::failed).sum())
                .isEqualTo(expected.failed())
                .isBetween(300, 700);
    }
}
