package parsweep.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parsweep.outcome.FailureGroup;
import parsweep.outcome.FailureKind;

/** The failures of a block that look alike, so that those of a sweep are summed up without reading payloads. */
@Entity
@Table(name = "failure")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
class FailureEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long sweepId;
    private long blockFirst;

    @Enumerated(EnumType.STRING)
    private FailureKind kind;

    private String signature;
    private String message;
    private long count;
    private String firstIndices; // separated by commas

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected FailureEntity() {}

    FailureEntity(BlockKey block, FailureGroup group) {
        sweepId = block.sweepId();
        blockFirst = block.firstIndex();
        kind = group.kind();
        signature = group.signature();
        message = group.message();
        count = group.count();
        firstIndices = group.firstIndices().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    String message() {
        return message;
    }

    List<Long> firstIndices() {
        return List.of(firstIndices.split(",")).stream().map(Long::valueOf).toList();
    }
}
