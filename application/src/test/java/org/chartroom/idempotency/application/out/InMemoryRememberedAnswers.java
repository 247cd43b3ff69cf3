package org.chartroom.idempotency.application.out;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.RememberedAnswer;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.InMemoryMedicalRecords;

public final class InMemoryRememberedAnswers implements RememberedAnswers, OldAnswers {

    private final Map<Place, Kept> byKey = new HashMap<>();
    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;

    public InMemoryRememberedAnswers(
            InMemoryPatients patients, InMemoryAppointments appointments, InMemoryMedicalRecords records) {
        this.patients = patients;
        this.appointments = appointments;
        this.records = records;
    }

    @Override
    public Optional<RememberedAnswer> lock(Actor by, IdempotencyKey key, Instant since) {
        return Optional.ofNullable(byKey.get(new Place(by.id(), key)))
                .filter(kept -> kept.at.isAfter(since))
                .map(kept -> new RememberedAnswer(
                        kept.request,
                        kept.answer,
                        kept.patient,
                        patients.findView(by, kept.patient).isPresent()));
    }

    @Override
    public void put(Actor by, IdempotencyKey key, Fingerprint request, Answer answer, Instant at) {
        var id = answer.aggregate();
        var patient = patients.findView(by, new PatientId(id))
                .map(PatientView::id)
                .or(() -> appointments.findView(by, new AppointmentId(id)).map(view -> view.patientId()))
                .or(() -> records.find(by, new MedicalRecordId(id))
                        .map(stored -> appointments.patientOf(stored.value().appointment())))
                .orElseThrow(() -> new IllegalStateException("what was created is nothing that the actor sees"));
        byKey.put(new Place(by.id(), key), new Kept(request, answer, patient, at));
    }

    @Override
    public void removeBefore(Instant oldest) {
        byKey.values().removeIf(kept -> !kept.at.isAfter(oldest));
    }

    private record Place(ProviderId provider, IdempotencyKey key) {}

    private record Kept(Fingerprint request, Answer answer, PatientId patient, Instant at) {}
}
