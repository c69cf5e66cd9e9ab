package parsweep.queue.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parsweep.exec.StopSignal;

class RunningShardsTest {
    private final RunningShards running = new RunningShards();

    /** As after a suspend: the lease has run out, and the process takes its own shard again. */
    @Test
    void aShardThatRunsTwiceIsStoppedTwice() {
        StopSignal first = running.start(new ShardId(1, 0));
        StopSignal second = running.start(new ShardId(1, 0));

        running.stop(1, StopSignal.Kind.NOW);

        assertThat(first.kind()).isEqualTo(StopSignal.Kind.NOW);
        assertThat(second.kind()).isEqualTo(StopSignal.Kind.NOW);
    }

    @Test
    void aShardThatRanTwiceIsStillStoppedWhenTheFirstHasEnded() {
        StopSignal first = running.start(new ShardId(1, 0));
        StopSignal second = running.start(new ShardId(1, 0));

        running.end(first);
        running.stopAll(StopSignal.Kind.AFTER_POINT);

        assertThat(running.sweeps()).containsExactly(1L);
        assertThat(second.kind()).isEqualTo(StopSignal.Kind.AFTER_POINT);
    }

    @Test
    void aShardThatStartsDuringAShutdownIsStopped() {
        running.stopAll(StopSignal.Kind.AFTER_POINT);

        StopSignal late = running.start(new ShardId(1, 0));

        assertThat(late.isRaised()).isTrue();
    }
}
