package parsweep.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** A sweep's definition, apart from the sweep because it may be megabytes and a status must not read it. */
@Entity
@Table(name = "definition")
class DefinitionEntity {
    @Id
    private long sweepId;

    @Column(length = Length.LONG32)
    private String json;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DefinitionEntity() {}

    DefinitionEntity(long sweepId, String json) {
        this.sweepId = sweepId;
        this.json = json;
    }

    String json() {
        return json;
    }

    void setJson(String newJson) {
        json = newJson;
    }
}
