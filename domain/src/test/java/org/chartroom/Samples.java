package org.chartroom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.WorkingHoursFixtures;
import org.chartroom.audit.Access;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.audit.domain.AuditFixtures;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.RememberedAnswer;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.SignInTry;
import org.chartroom.record.RecordDirectory.Usual;
import org.chartroom.record.domain.RecordDiff;
import org.chartroom.record.domain.RecordDiff.FieldChange;
import org.chartroom.record.domain.RecordDiff.PartChange;
import org.chartroom.record.domain.RecordFixtures;
import org.chartroom.record.domain.ReferenceRanges;
import org.chartroom.record.domain.Segment;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Filter.Comparison;

/** One of everything that the features know of a person, every field filled: for the tests that go through all records. */
final class Samples {

    static final Map<Class<?>, Record> ALL = Records.within(
            ProviderFixtures.provider(),
            ProviderFixtures.account(),
            ProviderFixtures.token(),
            new Password("correct horse"),
            new SignInTry(ProviderFixtures.email(), "203.0.113.7"),
            AuditFixtures.event(1),
            new Access(
                    1,
                    AuditFixtures.MORNING,
                    ProviderFixtures.providerId(),
                    null,
                    Action.READ,
                    Reference.Kind.CHART,
                    null),
            PatientFixtures.patient(),
            AppointmentFixtures.in(AppointmentStatus.SCHEDULED),
            new RememberedAnswer(
                    new Fingerprint("0a".repeat(32)),
                    new Answer(201, "/api/patients/" + PatientFixtures.patientId(), null, "{}"),
                    PatientFixtures.patientId(),
                    true),
            AppointmentFixtures.overbooking(),
            WorkingHoursFixtures.manifold(),
            RecordFixtures.medicalRecord(),
            RecordFixtures.content(),
            RecordFixtures.signature(RecordFixtures.medicalRecord(), ProviderFixtures.DR_OKAFOR),
            RecordFixtures.addendum(RecordFixtures.recordId(), 1, ProviderFixtures.DR_OKAFOR),
            new RecordDiff(
                    List.of(new FieldChange("plan", List.of(new Segment(Segment.Change.EQUAL, "Rest")))),
                    List.of(new PartChange("1", List.of())),
                    List.of()),
            ReferenceRanges.flags(RecordFixtures.heartRate(200), LocalDate.EPOCH, LocalDate.EPOCH),
            RecordFixtures.vitalSigns(AppointmentFixtures.appointmentId()),
            RecordFixtures.proposed(),
            RecordFixtures.editedProposal(),
            RecordFixtures.importedChart(
                    1,
                    PatientFixtures.patientId(),
                    RecordFixtures.writtenVisit(ProviderFixtures.providerId(), AppointmentFixtures.aTime())),
            new Usual("heartRate", BigDecimal.ONE, BigDecimal.TEN),
            new Filter(ClinicTable.PATIENT.column("last_name"), Comparison.EQUALS, "Okafor"));

    private Samples() {}
}
