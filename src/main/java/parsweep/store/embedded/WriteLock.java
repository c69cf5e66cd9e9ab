package parsweep.store.embedded;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * What whoever changes something has: a lock of ours, and within it the one that H2 has while it stores its file. To read a
 * large object is to write to H2 (it notes who reads it), and so is its cleaning of large objects; with more than some 16
 * MB that are not in the file, whoever writes next stores it, also in the middle of another's transaction. With the second
 * lock taken they wait for its end, or leave it to others.
 *
 * <p>Thread-safe, and reentrant.
 */
final class WriteLock {
    private static final VarHandle STORE_LOCK = storeLock();

    /** Fair, so that many writers keep nobody from writing the file; four threads did not write less for it. */
    private final ReentrantLock ours = new ReentrantLock(true);

    private final Duration patience;
    private @Nullable ReentrantLock ofStore; // that is locked too, guarded by ours

    /**
     * @param patience after which whoever waits for another is told so
     */
    WriteLock(Duration patience) {
        this.patience = patience;
    }

    /**
     * Once more for a thread that has it.
     *
     * @param store empty if there is none yet
     * @throws SQLException if another thread keeps it for too long, as H2 says it of a row, or the thread is interrupted:
     *     in H2 that would close the file
     */
    void lock(Optional<MVStore> store) throws SQLException {
        boolean isLocked;
        try {
            isLocked = ours.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw timeout("interrupted while another transaction was writing");
        }
        if (!isLocked) {
            throw timeout("another transaction has been writing for %d ms".formatted(patience.toMillis()));
        }
        if (ours.getHoldCount() == 1 && store.isPresent()) {
            ReentrantLock found = (ReentrantLock) STORE_LOCK.get(store.get());
            found.lock();
            ofStore = found;
        }
    }

    private static SQLException timeout(String message) {
        return new SQLException(message, ErrorCode.getState(ErrorCode.LOCK_TIMEOUT_1), ErrorCode.LOCK_TIMEOUT_1);
    }

    void unlock() {
        ReentrantLock locked = ofStore;
        if (ours.getHoldCount() == 1 && locked != null) {
            ofStore = null;
            locked.unlock();
        }
        ours.unlock();
    }

    private static VarHandle storeLock() {
        try {
            return MethodHandles.privateLookupIn(MVStore.class, MethodHandles.lookup())
                    .findVarHandle(MVStore.class, "storeLock", ReentrantLock.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this H2 stores its file in another way", e);
        }
    }
}
