package org.chartroom.record.application.out;

import java.util.List;
import java.util.Optional;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.RecordRefusal;

public final class InMemoryProposals implements Proposals {

    private final InMemoryMedicalRecords records;

    public InMemoryProposals(InMemoryMedicalRecords records) {
        this.records = records;
    }

    @Override
    public List<Proposal> findAll(Actor by, MedicalRecordId record) {
        return records.findView(by, record).isEmpty() ? List.of() : List.copyOf(records.proposalsOf(record));
    }

    @Override
    public Optional<Proposal> find(Actor by, MedicalRecordId record, ProposalId id) {
        return findAll(by, record).stream()
                .filter(proposal -> proposal.id().equals(id))
                .findAny();
    }

    @Override
    public int count(Actor by, MedicalRecordId record) {
        return findAll(by, record).size();
    }

    @Override
    public List<ProposalId> undecided(Actor by, MedicalRecordId record) {
        return findAll(by, record).stream()
                .filter(proposal -> proposal.decision() == null)
                .map(Proposal::id)
                .toList();
    }

    @Override
    public void add(Actor by, MedicalRecordId record, List<Proposal> proposals) {
        if (!records.signaturesOf(record).isEmpty()) throw RecordRefusal.signed(record);
        proposals.forEach(records::propose);
    }

    @Override
    public void decide(Actor by, Proposal decided) {
        if (find(by, decided.record(), decided.id()).orElseThrow().decision() != null)
            throw RecordRefusal.alreadyDecided(decided.id());
        records.propose(decided);
    }
}
