package parsweep.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A sweep's definition, apart from the sweep because it may be megabytes and a status must not read it. */
@Entity
@Table(name = "definition")
class DefinitionEntity {
    @Id
    private long sweepId;

    @Column(length = Length.LONG32)
    private String json;

    /** The declaration of the model; null of sweeps older than version 0.2. */
    @Column(length = Length.LONG32)
    private @Nullable String manifest;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DefinitionEntity() {}

    DefinitionEntity(long sweepId, String json, String manifest) {
        this.sweepId = sweepId;
        this.json = json;
        this.manifest = manifest;
    }

    String json() {
        return json;
    }

    @Nullable
    String manifest() {
        return manifest;
    }

    void setJson(String newJson) {
        json = newJson;
    }
}
