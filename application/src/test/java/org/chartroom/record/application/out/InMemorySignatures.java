package org.chartroom.record.application.out;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Signature;

public final class InMemorySignatures implements Signatures {

    private final InMemoryMedicalRecords records;

    public InMemorySignatures(InMemoryMedicalRecords records) {
        this.records = records;
    }

    @Override
    public List<Signature> findAll(Actor by, MedicalRecordId record) {
        return records.findView(by, record).isEmpty() ? List.of() : List.copyOf(records.signaturesOf(record));
    }

    @Override
    public void add(Actor by, Signature signature) {
        if (records.signaturesOf(signature.record()).stream()
                .anyMatch(given -> given.provider().equals(by.id())))
            throw RecordRefusal.secondSignature(signature.record());
        records.sign(signature);
    }
}
