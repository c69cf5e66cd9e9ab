package parsweep.sweep.upload;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import parsweep.model.ModelUnavailableException;

/**
 * A module in the database, read when a worker opens a session. While the database does not answer it waits, as it does
 * with blocks that it cannot store: no point may fail for that.
 */
record StoredModule(UploadStore store, String name, String version) implements Supplier<byte[]> {
    /** Some half a minute: a session may take a minute to open. */
    private static final int ATTEMPTS = 30;

    @Override
    public byte[] get() {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.module(name, version)
                        .orElseThrow(() -> new ModelUnavailableException("model '%s' was deleted".formatted(name)));
            } catch (DataAccessException | TransactionException e) {
                if (attempt == ATTEMPTS) {
                    throw new ModelUnavailableException("the module of '%s' cannot be read".formatted(name), e);
                }
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                throw new ModelUnavailableException("stopped while the database did not answer", e);
            }
        }
    }
}
