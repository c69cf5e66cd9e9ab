package parsweep.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** An uploaded model; its unique name and version decide between two who upload the same at a time. */
@Entity
@Table(name = "module")
@SuppressWarnings("UnusedVariable") // columns are read by queries
class ModuleEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(length = 200)
    private String name;

    @Column(length = 200)
    private String version;

    @Column(length = Length.LONG32)
    private String manifest;

    @Column(length = Length.LONG32)
    private byte[] code;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ModuleEntity() {}

    ModuleEntity(String name, String version, String manifest, byte[] code, Instant createdAt) {
        this.name = name;
        this.version = version;
        this.manifest = manifest;
        this.code = code;
        this.createdAt = createdAt;
    }
}
