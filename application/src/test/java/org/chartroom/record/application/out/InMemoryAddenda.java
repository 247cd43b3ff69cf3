package org.chartroom.record.application.out;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.AddendumView;
import org.chartroom.record.domain.Addendum;

public final class InMemoryAddenda implements Addenda {

    private final InMemoryMedicalRecords records;

    public InMemoryAddenda(InMemoryMedicalRecords records) {
        this.records = records;
    }

    @Override
    public List<AddendumView> findAll(Actor by, MedicalRecordId record) {
        if (records.findView(by, record).isEmpty()) return List.of();
        return records.addendaOf(record).stream()
                .map(addendum -> AddendumView.of(addendum, addendum.sha256()))
                .toList();
    }

    @Override
    public void add(Actor by, Addendum addendum) {
        records.append(addendum);
    }
}
