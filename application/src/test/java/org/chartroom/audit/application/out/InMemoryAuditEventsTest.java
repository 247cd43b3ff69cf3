package org.chartroom.audit.application.out;

import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryAuditEventsTest extends AuditEventsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAuditEvents events = new InMemoryAuditEvents(
            providers,
            (by, patient) -> patients.find(by, new PatientId(patient)).isPresent());

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Patients patients() {
        return patients;
    }

    @Override
    protected AuditEvents events() {
        return events;
    }

    @Override
    protected EventsOfNobody eventsOfNobody() {
        return events;
    }

    @Override
    protected SealedTrail trail() {
        return new InMemorySealedTrail(events);
    }
}
