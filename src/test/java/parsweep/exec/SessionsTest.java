package parsweep.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parsweep.model.Model;
import parsweep.model.ModelDescription;
import parsweep.model.Outputs;
import parsweep.model.Point;
import parsweep.model.Session;

@Timeout(60)
class SessionsTest {
    private static List<FakeModel> models(int count) {
        return Stream.generate(() -> FakeModel.tenTimes(x -> {})).limit(count).toList();
    }

    @Test
    void aModelKeepsItsSession() {
        FakeModel model = models(1).get(0);
        try (Sessions sessions = new Sessions()) {
            assertThat(sessions.of(model)).isSameAs(sessions.of(model));
        }

        assertThat(model.sessions()).hasSize(1);
    }

    @Test
    void theSessionThatWasNotUsedForLongestIsClosedForAFifth() {
        List<FakeModel> models = models(5);
        try (Sessions sessions = new Sessions()) {
            models.subList(0, 4).forEach(sessions::of);
            sessions.of(models.get(0));

            sessions.of(models.get(4));

            assertThat(models)
                    .filteredOn(model -> !model.sessions().get(0).closers().isEmpty())
                    .containsExactly(models.get(1));
        }
    }

    @Test
    void aDiscardedSessionIsClosedAndReplaced() {
        FakeModel model = models(1).get(0);
        try (Sessions sessions = new Sessions()) {
            Session first = sessions.of(model);

            sessions.discard(model);
            sessions.discard(model);

            assertThat(sessions.find(model)).isNull();
            assertThat(sessions.of(model)).isNotSameAs(first);
            assertThat(model.sessions().get(0).closers()).hasSize(1);
        }
    }

    @Test
    void everySessionIsClosedOnceOnItsOwnThreadWhenThePoolIs() throws InterruptedException {
        List<FakeModel> models = models(6);
        try (WorkerPool pool = new WorkerPool(2, TestLimits.WIDE)) {
            for (int turn = 0; turn < 3; turn++) {
                for (FakeModel model : models) {
                    pool.compute(model.plan(3), 0, 3, new StopSignal());
                }
            }
        }

        List<FakeModel.FakeSession> sessions =
                models.stream().flatMap(model -> model.sessions().stream()).toList();
        await().untilAsserted(() -> assertThat(sessions)
                .allSatisfy(session -> assertThat(session.closers()).containsExactly(session.opener())));
    }

    static Stream<Throwable> throwables() {
        return Stream.of(new IllegalStateException("cannot close"), new AssertionError("cannot close"));
    }

    /** Its sessions cannot be closed. */
    private record Broken(Throwable atClose) implements Model {
        @Override
        public ModelDescription description() {
            return FakeModel.tenTimes(x -> {}).description();
        }

        @Override
        public Session open() {
            return new Session() {
                @Override
                public void run(Point point, Outputs outputs) {}

                @Override
                public void close() {
                    if (atClose instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) atClose;
                }
            };
        }
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void aSessionThatCannotBeClosedStopsNothing(Throwable atClose) {
        FakeModel healthy = models(1).get(0);
        try (Sessions sessions = new Sessions()) {
            Broken broken = new Broken(atClose);
            sessions.of(broken);
            sessions.discard(broken);
            sessions.of(broken);
            sessions.of(healthy);
        }

        assertThat(healthy.sessions().get(0).closers()).hasSize(1);
    }
}
