package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryWorkItems;
import org.junit.jupiter.api.Test;

class WorklistServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Worklist worklist =
            new WorklistService(new InMemoryWorkItems(patients, appointments, records), trail);

    @Test
    void whatIsStillToBeDoneIsListedAndWhoReadItIsInTheTrail() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        var sam = walkIn(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, sam);
        var visit = in(AppointmentStatus.COMPLETED, sam.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);

        assertThat(worklist.items(DR_OKAFOR, 10, null).orElseThrow().items())
                .extracting(WorkItem::appointmentId)
                .containsExactly(visit.id());
        assertThat(worklist.items(DR_OKAFOR, 10, appointmentId())).isEmpty();
        assertThat(trail.events()).hasSize(2).containsOnly(AuditEvent.ofList(Kind.WORKLIST));
    }
}
