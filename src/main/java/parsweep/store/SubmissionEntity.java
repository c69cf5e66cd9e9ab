package parsweep.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import parsweep.sweep.state.SweepStore.Submission;

/** What an idempotency key stands for; its primary key decides between two who bring the same key at a time. */
@Entity
@Table(name = "submission")
class SubmissionEntity {
    @Id
    @Column(length = 200)
    private String idempotencyKey;

    @Column(length = 64)
    private String hash;

    private long sweepId;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected SubmissionEntity() {}

    SubmissionEntity(String idempotencyKey, Submission submission) {
        this.idempotencyKey = idempotencyKey;
        this.hash = submission.hash();
        this.sweepId = submission.sweepId();
    }

    Submission toSubmission() {
        return new Submission(hash, sweepId);
    }
}
