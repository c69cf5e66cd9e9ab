package parsweep.sweep.upload;

import java.util.List;
import java.util.Optional;

/** Where uploaded models are kept. */
public interface UploadStore {
    /**
     * An uploaded model without its module.
     *
     * @param id ascending in the order of uploads
     * @param manifest as JSON
     */
    record StoredModel(long id, String name, String version, String manifest) {}

    /** The ids of all models, in ascending order: they say whether something has changed. */
    List<Long> ids();

    /** All models, in the order in which they were uploaded. */
    List<StoredModel> all();

    /** The module of a model; empty if that has been deleted. */
    Optional<byte[]> module(String name, String version);

    /**
     * Keeps a model.
     *
     * @throws org.springframework.dao.DataAccessException if there is one of that name and version
     */
    void insert(String name, String version, String manifest, byte[] module);

    /** The ids of some sweeps that are not over and are of a model in a version. */
    List<Long> activeSweeps(String name, String version, int limit);

    /** Deletes a model; false if there is none of that name and version. */
    boolean delete(String name, String version);
}
