package parsweep.store.embedded;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.SQLException;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.springframework.dao.CannotAcquireLockException;

/**
 * The file of an embedded H2. Committed transactions are in memory until it is written, twice a second: a process that is
 * killed before loses them, all or none of what each of them did.
 *
 * <p>Thread-safe.
 */
final class H2File {
    private static final MethodHandle HOUSEKEEPING = housekeeping();

    private final OneWriter writer;

    H2File(OneWriter writer) {
        this.writer = writer;
    }

    /** Gives the file what has been committed, and a little order, as H2's own writer does it. */
    void write() {
        writer.store()
                .ifPresent(store -> alone(() -> {
                    store.tryCommit();
                    keepHouse(store);
                }));
    }

    /**
     * Writes all that has been committed and has the disk confirm it. Another thread may have handed the last changes to
     * the threads that write them; an operation of the file store that does nothing waits for those: H2 offers that in no
     * other way.
     */
    void sync() {
        writer.store().ifPresent(store -> {
            alone(store::commit);
            store.executeFilestoreOperation(() -> {});
            store.sync();
        });
    }

    private void alone(Runnable work) {
        try {
            writer.alone(work);
        } catch (SQLException e) {
            throw new CannotAcquireLockException("the file is not written", e);
        }
    }

    /** Moves what is left of old chunks together and frees them: without it the file grows for ever. */
    private static void keepHouse(MVStore store) {
        try {
            HOUSEKEEPING.invoke(store.getFileStore());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** One round of H2's own writer, which commits nothing after so short a time; it is not public. */
    private static MethodHandle housekeeping() {
        try {
            return MethodHandles.privateLookupIn(FileStore.class, MethodHandles.lookup())
                    .findVirtual(FileStore.class, "writeInBackground", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this H2 keeps house in another way", e);
        }
    }
}
