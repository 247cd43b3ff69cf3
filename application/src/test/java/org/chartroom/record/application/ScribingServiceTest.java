package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.PROPOSAL;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.TRANSCRIPT;
import static org.chartroom.record.domain.RecordFixtures.amoxicillin;
import static org.chartroom.record.domain.RecordFixtures.cough;
import static org.chartroom.record.domain.RecordFixtures.evidence;
import static org.chartroom.record.domain.RecordFixtures.fever;
import static org.chartroom.record.domain.RecordFixtures.heartRate;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.pressure;
import static org.chartroom.record.domain.RecordFixtures.signature;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.ProposalId;
import org.chartroom.record.application.out.InMemoryCharts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryProposals;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Engine;
import org.chartroom.record.domain.Evidence;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.Proposed;
import org.chartroom.record.domain.SoapPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScribingServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:05:00.123456789Z");
    private static final Instant KEPT = Instant.parse("2026-03-02T10:05:00.123456Z");
    private static final Engine ENGINE = new Engine("Scribe", "2026.1");
    private static final Proposed COUGH = new Proposed.NewSymptom(cough().details());

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Scribing scribing = new ScribingService(
            appointments,
            records,
            readings,
            new InMemoryCharts(patients, appointments, records, readings),
            new InMemoryProposals(records),
            trail,
            TimeOrderedIds::nextId,
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final Patient sam = walkIn(DR_OKAFOR.id());
    private final Appointment visit = in(AppointmentStatus.IN_PROGRESS, sam.id(), DR_OKAFOR.id());
    private final MedicalRecord record = medicalRecord(visit.id());

    @BeforeEach
    void samIsSeenByTwoProviders() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
        patients.add(DR_OKAFOR, sam);
        appointments.add(DR_OKAFOR, visit);
        appointments.add(DR_OKAFOR, appointment(sam.id(), DR_LINDQVIST.id()));
        records.add(DR_OKAFOR, record);
    }

    @Test
    void whatIsProposedIsKeptAndChangesNothing() {
        var sent = propose(COUGH, new Proposed.SectionText(SoapPart.PLAN, "Rest"));

        assertThat(scribing.proposals(DR_LINDQVIST, record.id())).isEqualTo(sent);
        assertThat(scribing.proposal(DR_OKAFOR, record.id(), sent.getLast().id()))
                .isEqualTo(sent.getLast());
        assertThat(sent)
                .allMatch(proposal -> proposal.sentBy().equals(DR_OKAFOR.id()))
                .allMatch(proposal -> proposal.sentAt().equals(KEPT))
                .allMatch(proposal -> proposal.engine().equals(ENGINE));
        assertThat(stored()).isEqualTo(record);
        assertThat(trail.events()).containsExactly(told(Action.CREATE), told(Action.READ), told(Action.READ));
    }

    @Test
    void evidenceThatDoesNotStandThereIsToldByItsPlaceAndNothingIsKept() {
        assertThat(Refused.fieldsOf(() -> scribing.propose(
                        DR_OKAFOR,
                        record.id(),
                        ENGINE,
                        List.of(suggestion(COUGH), new Suggestion(COUGH, List.of(new Evidence(0, 8, "[Doctor]")))))))
                .containsExactly("proposals[1].evidence[0].quote: mismatch");
        assertThat(scribing.proposals(DR_OKAFOR, record.id())).isEmpty();
    }

    @Test
    void thereIsRoomForAThousandOfARecord() {
        for (var i = 0; i < 5; i++)
            scribing.propose(DR_OKAFOR, record.id(), ENGINE, Collections.nCopies(200, suggestion(COUGH)));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> propose(COUGH))
                .satisfies(refused ->
                        assertThat(refused.violations().getFirst().code()).isEqualTo("too-many"));
    }

    @Test
    void whatIsAcceptedBecomesPartOfTheRecord() {
        var symptom = decide(COUGH, Verdict.ACCEPTED, null);
        var prescription = decide(new Proposed.NewPrescription(amoxicillin().details()), Verdict.ACCEPTED, null);
        var text = decide(new Proposed.SectionText(SoapPart.PLAN, "Rest"), Verdict.ACCEPTED, null);

        var stored = stored();
        assertThat(stored.symptoms()).hasSize(record.symptoms().size() + 1);
        assertThat(stored.symptoms().getLast().id().value()).isEqualTo(symptom.fact());
        assertThat(stored.symptoms().getLast().details().aiGenerated()).isTrue();
        assertThat(stored.prescriptions().getLast().id().value()).isEqualTo(prescription.fact());
        assertThat(stored.note().plan()).isEqualTo(record.note().plan() + "\n\nRest");
        assertThat(text.decision())
                .satisfies(decision -> assertThat(decision.fact()).isNull());
        assertThat(trail.events())
                .filteredOn(event -> event.action() == Action.UPDATE)
                .hasSize(6)
                .contains(AuditEvent.of(
                        Action.UPDATE,
                        MEDICAL_RECORD,
                        record.id().value(),
                        sam.id().value()))
                .contains(told(Action.UPDATE));
    }

    @Test
    void whatIsEditedBecomesWhatItWasEditedTo() {
        var edited = decide(COUGH, Verdict.EDITED, new Proposed.NewSymptom(fever().details()));

        assertThat(stored().symptoms().getLast().details().name())
                .isEqualTo(fever().details().name());
        assertThat(edited.proposed()).isEqualTo(COUGH);
    }

    @Test
    void whatIsRejectedBecomesNothing() {
        var rejected = decide(COUGH, Verdict.REJECTED, null);

        assertThat(stored()).isEqualTo(record);
        assertThat(scribing.proposals(DR_OKAFOR, record.id())).containsExactly(rejected);
        assertThat(trail.events())
                .contains(told(Action.UPDATE))
                .noneMatch(event -> event.object().kind() == MEDICAL_RECORD);
    }

    @Test
    void theFirstVitalSignsAreTakenAndLaterOnesPutAmongThem() {
        var first = decide(new Proposed.Measured(heartRate(72)), Verdict.ACCEPTED, null);
        var second = decide(new Proposed.Measured(pressure(120, 80)), Verdict.ACCEPTED, null);

        var signs = readings.findOf(DR_OKAFOR, visit.id()).orElseThrow().value();
        assertThat(signs.measurements().heartRate()).isEqualTo(72);
        assertThat(signs.measurements().bloodPressure()).isNotNull();
        assertThat(first.fact()).isEqualTo(signs.id().value()).isEqualTo(second.fact());
        assertThat(trail.events())
                .contains(AuditEvent.of(
                        Action.CREATE, VITAL_SIGNS, signs.id().value(), sam.id().value()))
                .contains(AuditEvent.of(
                        Action.UPDATE, VITAL_SIGNS, signs.id().value(), sam.id().value()));
    }

    @Test
    void vitalSignsThatWereTakenKeepTheirIdToThemselves() {
        var taken = vitalSigns(visit.id());
        readings.add(DR_OKAFOR, taken);

        assertThat(decide(new Proposed.Measured(heartRate(72)), Verdict.ACCEPTED, null)
                        .fact())
                .isEqualTo(taken.id().value());
        assertThat(decide(COUGH, Verdict.ACCEPTED, null).fact())
                .isNotEqualTo(taken.id().value());
    }

    @Test
    void theSameDecisionOnceMoreIsToldAndAnotherRefused() {
        var proposal = propose(COUGH).getFirst();
        var first = scribing.decide(DR_OKAFOR, record.id(), proposal.id(), Verdict.ACCEPTED, null);
        var told = trail.events().size();

        assertThat(scribing.decide(DR_OKAFOR, record.id(), proposal.id(), Verdict.ACCEPTED, null))
                .isEqualTo(first);
        assertRefused(
                "already-decided",
                () -> scribing.decide(DR_OKAFOR, record.id(), proposal.id(), Verdict.REJECTED, null));
        assertThat(stored().symptoms()).hasSize(record.symptoms().size() + 1);
        assertThat(trail.events()).hasSize(told);
    }

    @Test
    void nothingIsProposedForASignedRecordOrBeforeItsVisit() {
        records.sign(signature(record, DR_OKAFOR));

        assertRefused("record-signed", () -> propose(COUGH));
    }

    @Test
    void whoOnlySeesTheRecordNeitherProposesNorDecides() {
        var proposal = propose(COUGH).getFirst();

        assertRefused(
                "forbidden", () -> scribing.propose(DR_LINDQVIST, record.id(), ENGINE, List.of(suggestion(COUGH))));
        assertRefused(
                "forbidden", () -> scribing.decide(DR_LINDQVIST, record.id(), proposal.id(), Verdict.ACCEPTED, null));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertRefused(
                "not-found", () -> scribing.proposal(DR_OKAFOR, record.id(), new ProposalId(TimeOrderedIds.nextId())));
        assertRefused(
                "not-found",
                () -> scribing.decide(
                        DR_OKAFOR, record.id(), new ProposalId(TimeOrderedIds.nextId()), Verdict.REJECTED, null));
        assertRefused(
                "not-found",
                () -> scribing.proposals(DR_OKAFOR, medicalRecord(visit.id()).id()));
    }

    private List<Proposal> propose(Proposed... proposed) {
        return scribing.propose(
                DR_OKAFOR,
                record.id(),
                ENGINE,
                List.of(proposed).stream().map(ScribingServiceTest::suggestion).toList());
    }

    private Proposal decide(Proposed proposed, Verdict verdict, @Nullable Proposed content) {
        return scribing.decide(
                DR_OKAFOR, record.id(), propose(proposed).getFirst().id(), verdict, content);
    }

    private static Suggestion suggestion(Proposed proposed) {
        return new Suggestion(proposed, List.of(evidence(TRANSCRIPT, "This cough, doctor.")));
    }

    private MedicalRecord stored() {
        return records.find(DR_OKAFOR, record.id()).orElseThrow().value();
    }

    private AuditEvent told(Action action) {
        return AuditEvent.of(action, PROPOSAL, record.id().value(), sam.id().value());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
