package parsweep.queue.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import parsweep.exec.StopSignal;

class PatientCommitTest {
    private final PatientCommit patient = new PatientCommit(Duration.ofMinutes(1));
    private final AtomicInteger attempts = new AtomicInteger();
    private final StopSignal signal = new StopSignal();

    @Test
    void aBlockOutlastsTheAbsenceOfTheDatabase() throws InterruptedException {
        boolean stored = patient.commit(() -> failing(2, true), PatientCommitTest::notStored, signal);

        assertThat(stored).isTrue();
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aRefusedBlockIsNotTriedAgain() throws InterruptedException {
        boolean stored = patient.commit(() -> failing(0, false), () -> true, signal);

        assertThat(stored).isFalse();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aBlockWhoseConfirmationWasLostIsStored() throws InterruptedException {
        boolean stored = patient.commit(() -> failing(1, false), () -> true, signal);

        assertThat(stored).isTrue();
    }

    @Test
    void aStoppedWorkerGivesUpAtOnce() {
        signal.raise(StopSignal.Kind.AFTER_POINT);

        assertThatThrownBy(() -> patient.commit(() -> failing(9, true), PatientCommitTest::notStored, signal))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void patienceEnds() {
        PatientCommit impatient = new PatientCommit(Duration.ofMillis(150));

        assertThatThrownBy(() -> impatient.commit(() -> failing(9, true), PatientCommitTest::notStored, signal))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(attempts).hasValueBetween(2, 4);
    }

    @Test
    void aBlockThatIsThereTwiceIsAFault() {
        assertThatThrownBy(() -> patient.commit(
                        () -> {
                            throw new DuplicateKeyException("twice");
                        },
                        PatientCommitTest::notStored,
                        signal))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anyWayInWhichADatabaseCanBeGoneIsWaitedFor() throws InterruptedException {
        boolean stored = patient.commit(
                () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new CannotCreateTransactionException("no connection");
                    }
                    return true;
                },
                PatientCommitTest::notStored,
                signal);

        assertThat(stored).isTrue();
    }

    private static boolean notStored() {
        return false;
    }

    private boolean failing(int times, boolean thenStored) {
        if (attempts.incrementAndGet() <= times) {
            throw new DataAccessResourceFailureException("the connection broke");
        }
        return thenStored;
    }
}
