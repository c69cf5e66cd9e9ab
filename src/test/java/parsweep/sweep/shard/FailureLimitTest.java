package parsweep.sweep.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import parsweep.model.Output;
import parsweep.outcome.Block;
import parsweep.outcome.Failure;
import parsweep.outcome.FailureKind;
import parsweep.outcome.OutcomeBuilder;
import parsweep.sweep.state.LockedSweep;
import parsweep.sweep.state.Shard;
import parsweep.sweep.state.Stores;
import parsweep.sweep.state.Sweep;
import parsweep.sweep.state.SweepState;
import parsweep.sweep.state.SweepStore.NewSweep;
import parsweep.web.WithH2;

class FailureLimitTest extends WithH2 {
    private static final int POINTS = 4;

    @Autowired
    private Stores stores;

    @Autowired
    private ShardLedger ledger;

    @Autowired
    private PlatformTransactionManager transactions;

    /** As after a kill between the commit of the last block and the look at the limit. */
    @ParameterizedTest(name = "{0} allowed of {1}")
    @CsvSource({"3, 4, FAILED, 4 points failed (allowed: 3)", "4, 4, COMPLETED,", "0, 0, COMPLETED,"})
    void theLimitIsLookedAtOnceMoreAtTheEnd(int allowed, int failed, String state, String message) {
        long id = new TransactionTemplate(transactions).execute(status -> {
            long sweep = stores.sweeps().insert(sweep(allowed));
            LockedSweep running = stores.sweeps().lock(sweep).orElseThrow();
            running.become(SweepState.RUNNING, Instant.now(), null);
            running.setNextIndex(POINTS);
            Shard shard = Shard.queued(sweep, 0, POINTS, 0, 0);
            stores.shards().insert(shard);
            assertThat(stores.blocks().append(shard, block(failed))).isTrue();
            ledger.settle(sweep, 0, null, tag -> {});
            return sweep;
        });

        Sweep sweep = stores.sweeps().find(id).orElseThrow();
        assertThat(sweep.state()).hasToString(state);
        assertThat(sweep.message()).isEqualTo(message);
    }

    private static NewSweep sweep(int maxFailures) {
        String definition = """
                {"model": "square", "space": {"grid": {"x": {"arange": [0, %d]}}}, "maxFailures": %d}""".formatted(POINTS, maxFailures);
        return new NewSweep("limited", "square", "1", definition, "{}", POINTS, 1, 1, null);
    }

    private static Block block(int failed) {
        OutcomeBuilder outcomes = new OutcomeBuilder(List.of(Output.real("y", "", "")), 1 << 20);
        for (int i = 0; i < POINTS; i++) {
            if (i < failed) {
                outcomes.failed(i, 0, new Failure(FailureKind.ERROR, "no"));
            } else {
                outcomes.real(0, i);
                outcomes.done(i, 0);
            }
        }
        return outcomes.build(0);
    }
}
