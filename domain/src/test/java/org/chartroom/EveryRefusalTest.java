package org.chartroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.idempotency.domain.IdempotencyRefusal;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refusal.Kind;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Violation;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.ProviderRefusal;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.domain.RecordFixtures;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.StudioRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class EveryRefusalTest {

    private static final ProviderId PROVIDER = ProviderFixtures.providerId();
    private static final PatientId PATIENT = PatientFixtures.patientId();
    private static final AppointmentId APPOINTMENT = AppointmentFixtures.appointmentId();
    private static final MedicalRecordId RECORD = RecordFixtures.recordId();
    private static final VitalSignsId VITAL_SIGNS =
            RecordFixtures.vitalSigns(APPOINTMENT).id();
    private static final ProposalId PROPOSAL = new ProposalId(TimeOrderedIds.nextId());
    private static final Version CURRENT = new Version(Instant.parse("2030-03-04T09:00:00.000001Z"));

    static final List<Said> CATALOGUE = List.of(
            said(ProviderRefusal.emailTaken(), Kind.CONFLICT, "already-exists", Map.of("field", "email")),
            said(ProviderRefusal.unknown(), Kind.UNKNOWN, "not-found", Map.of()),
            said(
                    ProviderRefusal.stale(PROVIDER, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("providerId", PROVIDER, "current", CURRENT)),
            said(ProviderRefusal.wrongCredentials(), Kind.UNAUTHENTICATED, "unauthenticated", Map.of()),
            said(ProviderRefusal.notSignedIn(), Kind.UNAUTHENTICATED, "unauthenticated", Map.of()),
            said(ProviderRefusal.cannotRefresh(), Kind.UNAUTHENTICATED, "unauthenticated", Map.of()),
            said(
                    ProviderRefusal.tooManyTries(Duration.ofMinutes(3)),
                    Kind.THROTTLED,
                    "too-many-attempts",
                    Map.of("retryAfter", Duration.ofMinutes(3))),
            said(ProviderRefusal.foreignForm(), Kind.FORBIDDEN, "forbidden", Map.of()),
            said(ProviderRefusal.busy(), Kind.BUSY, "temporarily-unavailable", Map.of()),
            said(PatientRefusal.unknown(PATIENT), Kind.UNKNOWN, "not-found", Map.of("patientId", PATIENT)),
            said(
                    PatientRefusal.stale(PATIENT, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("patientId", PATIENT, "current", CURRENT)),
            said(PatientRefusal.unknownAllergy(PATIENT), Kind.UNKNOWN, "not-found", Map.of("patientId", PATIENT)),
            said(
                    PatientRefusal.unknownChronicCondition(PATIENT),
                    Kind.UNKNOWN,
                    "not-found",
                    Map.of("patientId", PATIENT)),
            said(
                    PatientRefusal.possibleDuplicate(List.of(PATIENT)),
                    Kind.CONFLICT,
                    "possible-duplicate",
                    Map.of("candidates", List.of(PATIENT))),
            said(PatientRefusal.notTheActors(PATIENT), Kind.FORBIDDEN, "forbidden", Map.of("patientId", PATIENT)),
            said(
                    AppointmentRefusal.notTheActors(APPOINTMENT),
                    Kind.FORBIDDEN,
                    "forbidden",
                    Map.of("appointmentId", APPOINTMENT)),
            said(
                    AppointmentRefusal.notTheActorsPatient(PATIENT),
                    Kind.FORBIDDEN,
                    "forbidden",
                    Map.of("patientId", PATIENT)),
            said(
                    AppointmentRefusal.notTheActorsToRemove(APPOINTMENT),
                    Kind.FORBIDDEN,
                    "forbidden",
                    Map.of("appointmentId", APPOINTMENT)),
            said(
                    AppointmentRefusal.doubleBooked(List.of(APPOINTMENT)),
                    Kind.CONFLICT,
                    "double-booked",
                    Map.of("conflictsWith", List.of(APPOINTMENT))),
            said(RecordRefusal.importsUnderWay(), Kind.BUSY, "temporarily-unavailable", Map.of()),
            said(
                    RecordRefusal.hasRecord(APPOINTMENT, true, true),
                    Kind.CONFLICT,
                    "has-record",
                    Map.of("appointmentId", APPOINTMENT, "exists", List.of("record", "vitalSigns"))),
            said(
                    RecordRefusal.hasRecord(APPOINTMENT, false, true),
                    Kind.CONFLICT,
                    "has-record",
                    Map.of("appointmentId", APPOINTMENT, "exists", List.of("vitalSigns"))),
            said(
                    RecordRefusal.notTheActors(APPOINTMENT),
                    Kind.FORBIDDEN,
                    "forbidden",
                    Map.of("appointmentId", APPOINTMENT)),
            said(AppointmentRefusal.unknown(), Kind.UNKNOWN, "not-found", Map.of()),
            said(AppointmentRefusal.unknownPatient(PATIENT), Kind.UNKNOWN, "not-found", Map.of("patientId", PATIENT)),
            said(
                    AppointmentRefusal.stale(APPOINTMENT, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("appointmentId", APPOINTMENT, "current", CURRENT)),
            said(
                    AppointmentRefusal.staleHours(PROVIDER, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("providerId", PROVIDER, "current", CURRENT)),
            said(RecordRefusal.unknownRecord(), Kind.UNKNOWN, "not-found", Map.of()),
            said(RecordRefusal.unknownVitalSigns(), Kind.UNKNOWN, "not-found", Map.of()),
            said(RecordRefusal.unknownDraft(), Kind.UNKNOWN, "not-found", Map.of()),
            said(RecordRefusal.unknownSymptom(), Kind.UNKNOWN, "not-found", Map.of()),
            said(RecordRefusal.unknownPrescription(), Kind.UNKNOWN, "not-found", Map.of()),
            said(
                    RecordRefusal.notTheFirst(RECORD, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("recordId", RECORD, "current", CURRENT)),
            said(
                    RecordRefusal.notTheFirst(VITAL_SIGNS, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("vitalSignsId", VITAL_SIGNS, "current", CURRENT)),
            said(
                    RecordRefusal.noRecordToReplace(APPOINTMENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("appointmentId", APPOINTMENT)),
            said(
                    RecordRefusal.noVitalSignsToReplace(APPOINTMENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("appointmentId", APPOINTMENT)),
            said(RecordRefusal.unknownProposal(), Kind.UNKNOWN, "not-found", Map.of()),
            said(
                    RecordRefusal.alreadyDecided(PROPOSAL),
                    Kind.CONFLICT,
                    "already-decided",
                    Map.of("proposalId", PROPOSAL)),
            said(RecordRefusal.unknownAppointment(), Kind.UNKNOWN, "not-found", Map.of()),
            said(RecordRefusal.unknownPatient(PATIENT), Kind.UNKNOWN, "not-found", Map.of("patientId", PATIENT)),
            said(
                    RecordRefusal.secondRecord(APPOINTMENT),
                    Kind.CONFLICT,
                    "already-exists",
                    Map.of("appointmentId", APPOINTMENT, "exists", List.of("record"))),
            said(
                    RecordRefusal.secondVitalSigns(APPOINTMENT),
                    Kind.CONFLICT,
                    "already-exists",
                    Map.of("appointmentId", APPOINTMENT, "exists", List.of("vitalSigns"))),
            said(
                    RecordRefusal.stale(RECORD, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("recordId", RECORD, "current", CURRENT)),
            said(
                    RecordRefusal.stale(VITAL_SIGNS, CURRENT),
                    Kind.STALE,
                    "stale-version",
                    Map.of("vitalSignsId", VITAL_SIGNS, "current", CURRENT)),
            said(StudioRefusal.unknownTable(), Kind.UNKNOWN, "not-found", Map.of()),
            said(
                    StudioRefusal.unknownColumn(ClinicTable.PATIENT),
                    Kind.UNKNOWN,
                    "not-found",
                    Map.of("table", ClinicTable.PATIENT)),
            said(
                    StudioRefusal.unknownRow(ClinicTable.PATIENT),
                    Kind.UNKNOWN,
                    "not-found",
                    Map.of("table", ClinicTable.PATIENT)),
            said(StudioRefusal.unknownPatient(PATIENT), Kind.UNKNOWN, "not-found", Map.of("patientId", PATIENT)),
            said(StudioRefusal.unknownIndex(), Kind.UNKNOWN, "not-found", Map.of()),
            said(IdempotencyRefusal.keyReused(), Kind.CONTRADICTION, "idempotency-key-reused", Map.of()),
            said(IdempotencyRefusal.unknownPatient(PATIENT), Kind.UNKNOWN, "not-found", Map.of("patientId", PATIENT)),
            said(
                    InvalidInput.of("sex", "required", "is required"),
                    Kind.RULE,
                    "validation-failed",
                    Map.of("errors", List.of(new Violation("sex", "required", "is required")))));

    @ParameterizedTest
    @FieldSource("CATALOGUE")
    void aRefusalIsOfItsKind(Said said) {
        assertThat(said.refusal.kind()).isEqualTo(said.kind);
    }

    @ParameterizedTest
    @FieldSource("CATALOGUE")
    void aRefusalHasItsStableCode(Said said) {
        assertThat(said.refusal.code()).isEqualTo(said.code);
    }

    @ParameterizedTest
    @FieldSource("CATALOGUE")
    void aRefusalTellsWhatAClientCanActOn(Said said) {
        assertThat(said.refusal.facts()).isEqualTo(said.facts);
    }

    @ParameterizedTest
    @FieldSource("CATALOGUE")
    void aRefusalIsOneSentence(Said said) {
        assertThat(said.refusal.getMessage()).matches("[A-Z0-9][^.]*\\.");
    }

    @ParameterizedTest
    @FieldSource("CATALOGUE")
    void aRefusalIsAnAnswerAndNoAccident(Said said) {
        assertThat(said.refusal.getStackTrace()).isEmpty();
    }

    @Test
    void whatIsAbsentAndWhatIsAnothersAreToldInTheSameWords() {
        var words = new ArrayList<String>();
        words.add(PatientRefusal.unknown(PATIENT).getMessage());
        words.add(AppointmentRefusal.unknownPatient(PATIENT).getMessage());
        words.add(RecordRefusal.unknownPatient(PATIENT).getMessage());
        words.add(IdempotencyRefusal.unknownPatient(PATIENT).getMessage());

        assertThat(words).containsOnly("There is no such patient.");
    }

    @ParameterizedTest
    @CsvSource({"true, false, [record]", "false, true, [vitalSigns]", "true, true, '[record, vitalSigns]'"})
    void whatKeepsAnAppointmentFromBeingRemovedIsNamed(boolean record, boolean vitalSigns, String exists) {
        assertThat(RecordRefusal.hasRecord(APPOINTMENT, record, vitalSigns)
                        .facts()
                        .get("exists"))
                .hasToString(exists);
    }

    @Test
    void anImpossibleStepIsToldWithTheOnesThatAreOpen() {
        var appointment = AppointmentFixtures.in(AppointmentStatus.NO_SHOW);

        assertThat(catchThrowableOfType(AppointmentRefusal.class, () -> appointment.to(AppointmentStatus.COMPLETED)))
                .returns(Kind.CONFLICT, Refusal::kind)
                .returns("illegal-transition", Refusal::code)
                .returns("An appointment that is no_show cannot become completed.", Refusal::getMessage)
                .returns(
                        Map.of(
                                "appointmentId",
                                appointment.id(),
                                "from",
                                AppointmentStatus.NO_SHOW,
                                "to",
                                AppointmentStatus.COMPLETED,
                                "allowed",
                                Set.of(AppointmentStatus.CHECKED_IN)),
                        Refusal::facts);
    }

    @Test
    void whatIsWrittenTooEarlyIsToldWhereTheAppointmentStands() {
        var appointment = AppointmentFixtures.in(AppointmentStatus.CHECKED_IN);

        assertThat(catchThrowableOfType(AppointmentRefusal.class, appointment::requireBegun))
                .returns(Kind.CONFLICT, Refusal::kind)
                .returns("illegal-transition", Refusal::code)
                .returns("An appointment that is checked_in has no record to be written.", Refusal::getMessage)
                .returns(
                        Map.of(
                                "appointmentId",
                                appointment.id(),
                                "from",
                                AppointmentStatus.CHECKED_IN,
                                "to",
                                AppointmentStatus.IN_PROGRESS,
                                "allowed",
                                AppointmentStatus.CHECKED_IN.next()),
                        Refusal::facts);
    }

    private static Said said(Refusal refusal, Kind kind, String code, Map<String, ?> facts) {
        return new Said(refusal, kind, code, facts);
    }

    record Said(Refusal refusal, Kind kind, String code, Map<String, ?> facts) {}
}
