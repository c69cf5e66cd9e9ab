package parsweep.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static parsweep.export.RoundTripTest.tablesFor;
import static parsweep.export.RoundTripTest.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A source or a sink that breaks on the way. */
class FailureTest {
    /** Rows of some 200 bytes: more than what any format holds back, in 20 batches. */
    private static final MemoryTable TABLE = Tables.random(11, 2000, 0.1).inBatchesOf(100);

    private static final int BATCHES = 20;

    static List<ResultFormat> formats() {
        return ResultFormats.all();
    }

    /** An {@code npy} is complete with its last row. */
    static List<ResultFormat> formatsWithAnEnd() {
        return formats().stream()
                .filter(format -> !format.extension().equals("npy"))
                .toList();
    }

    static Stream<Arguments> formatsAndPlaces() {
        return formats().stream()
                .flatMap(format -> Stream.of(0, 1, 7, BATCHES - 1).map(batches -> Arguments.of(format, batches)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndPlaces")
    void aSourceThatBreaksLeavesTheBeginningOfTheFile(ResultFormat format, int batches) throws IOException {
        for (MemoryTable table : tablesFor(format, TABLE)) {
            byte[] whole = written(format, table);
            for (Throwable failure : List.of(new IOException("disk"), new IllegalStateException("bug"))) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();

                Throwable thrown = catchThrowable(() -> format.write(new FailingTable(table, batches, failure), out));

                assertThat(thrown).isSameAs(failure);
                assertThat(out.size()).isLessThan(whole.length);
                assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(whole, out.size()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formatsWithAnEnd")
    void aSourceThatBreaksAfterItsLastRowLeavesNoEndEither(ResultFormat format) throws IOException {
        IOException failure = new IOException("disk");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Throwable thrown = catchThrowable(() -> format.write(new FailingTable(TABLE, BATCHES, failure), out));

        assertThat(thrown).isSameAs(failure);
        assertThat(out.size()).isLessThan(written(format, TABLE).length);
    }

    /** As after a download that the client has cancelled. */
    @ParameterizedTest
    @MethodSource("formats")
    void aSinkThatBreaksEndsTheReading(ResultFormat format) throws IOException {
        for (MemoryTable table : tablesFor(format, TABLE.inBatchesOf(1))) {
            IOException failure = new IOException("connection reset");
            BrokenStream out = new BrokenStream(failure);
            FailingTable source = new FailingTable(table, Integer.MAX_VALUE, failure);

            Throwable thrown = catchThrowable(() -> format.write(source, out));

            assertThat(thrown).isSameAs(failure);
            assertThat(source.batchesAfterAFailure()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void leavesTheStreamOpen(ResultFormat format) throws IOException {
        for (MemoryTable table : tablesFor(format, TABLE)) {
            boolean[] closed = {false};
            OutputStream out = new ByteArrayOutputStream() {
                @Override
                public void close() {
                    closed[0] = true;
                }
            };

            format.write(table, out);

            assertThat(closed[0]).isFalse();
        }
    }

    /** Delivers some batches and fails, on each reading anew. */
    private static final class FailingTable implements Table {
        private final MemoryTable table;
        private final int batches;
        private final Throwable failure;
        private boolean failed;
        private int afterwards;

        FailingTable(MemoryTable table, int batches, Throwable failure) {
            this.table = table;
            this.batches = batches;
            this.failure = failure;
        }

        int batchesAfterAFailure() {
            return afterwards;
        }

        @Override
        public List<Column> columns() {
            return table.columns();
        }

        @Override
        public long rows() {
            return table.rows();
        }

        @Override
        public Table slice(long from, long to) {
            return new FailingTable(table.slice(from, to), batches, failure);
        }

        @Override
        public void read(int[] wanted, BatchSink sink) throws IOException {
            int[] delivered = {0};
            table.read(wanted, batch -> {
                if (delivered[0]++ == batches) {
                    fail();
                }
                deliver(batch, sink);
            });
            if (delivered[0] == batches) {
                fail();
            }
        }

        private void deliver(Batch batch, BatchSink sink) throws IOException {
            afterwards += failed ? 1 : 0;
            try {
                sink.accept(batch);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        private void fail() throws IOException {
            if (failure instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) failure;
        }
    }

    /** Takes some and then no more. */
    private static final class BrokenStream extends OutputStream {
        private final IOException failure;
        private int left = 200;

        BrokenStream(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw failure;
            }
        }
    }
}
