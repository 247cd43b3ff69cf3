package org.chartroom.record.application.out;

import java.util.List;
import java.util.Optional;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.RecordRefusal;

/**
 * What AI scribes proposed for records, also what was rejected. Each actor sees what was proposed for the records that he
 * sees, and adds to and decides what is proposed for those that he writes.
 */
public interface Proposals {

    /** In the order in which they came; empty when the actor sees no such record. */
    List<Proposal> findAll(Actor by, MedicalRecordId record);

    /** Empty also when it is another record's, or the actor does not see the record. */
    Optional<Proposal> find(Actor by, MedicalRecordId record, ProposalId id);

    /** How many there are of a record that the actor sees. */
    int count(Actor by, MedicalRecordId record);

    /** Those of them that nobody has decided, in the order in which they came. */
    List<ProposalId> undecided(Actor by, MedicalRecordId record);

    /**
     * Adds some of the actor's own to a record that is {@link MedicalRecords#lock held}.
     *
     * @throws RecordRefusal {@code record-signed}
     */
    void add(Actor by, MedicalRecordId record, List<Proposal> proposals);

    /**
     * Keeps the decision on one whose record is {@link MedicalRecords#lock held}.
     *
     * @throws RecordRefusal {@code already-decided}
     */
    void decide(Actor by, Proposal decided);
}
