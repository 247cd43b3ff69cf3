package org.chartroom.patient.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.audit.Reference.Kind.PATIENT;
import static org.chartroom.audit.Reference.Kind.PATIENT_PROVIDER;
import static org.chartroom.patient.domain.PatientFixtures.bareDetails;
import static org.chartroom.patient.domain.PatientFixtures.bornOn;
import static org.chartroom.patient.domain.PatientFixtures.details;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.audit.application.InMemoryAuditTrail.Told;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.InMemoryPatientViews;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.Test;

class RegistrationServiceTest {

    private static final Instant MIDNIGHT_IN_LONDON = Instant.parse("2030-03-04T00:00:00Z");
    private static final LocalDate MARCH_3RD = LocalDate.of(2030, 3, 3);
    private static final LocalDate MARCH_4TH = LocalDate.of(2030, 3, 4);

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryPatients patients = new InMemoryPatients(providers);

    @Test
    void aRegisteredPatientIsStoredWithItsProvider() {
        var details = details();

        var registered = registrationIn("Europe/London").register(DR_OKAFOR, details, false);

        assertThat(patients.get(DR_OKAFOR, registered.id()).value())
                .isEqualTo(new Patient(registered.id(), DR_OKAFOR.id(), details, List.of(), List.of()));
    }

    @Test
    void theAnswerIsThePatientAsStored() {
        var registered = registrationIn("Europe/London").register(DR_OKAFOR, details(), false);

        assertThat(patients.findView(DR_OKAFOR, registered.id())).contains(registered);
    }

    @Test
    void aColleagueDoesNotFindThePatient() {
        var registered = registrationIn("Europe/London").register(DR_OKAFOR, details(), false);

        assertThat(patients.find(DR_LINDQVIST, registered.id())).isEmpty();
    }

    @Test
    void everyPatientHasAnIdOfItsOwn() {
        var registration = registrationIn("Europe/London");

        var first = registration.register(DR_OKAFOR, details(), false);
        var second = registration.register(DR_OKAFOR, details(), false);

        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void aChildBornTodayAtTheClinicIsRegistered() {
        var registered = registrationIn("Asia/Tokyo").register(DR_OKAFOR, bornOn(MARCH_4TH), false);

        assertThat(registered.details().dateOfBirth()).isEqualTo(MARCH_4TH);
    }

    @Test
    void aChildBornTomorrowAtTheClinicIsRefused() {
        var registration = registrationIn("America/New_York");

        assertThat(Refused.fieldsOf(() -> registration.register(DR_OKAFOR, bornOn(MARCH_4TH), false)))
                .containsExactly("dateOfBirth: in-future");
    }

    @Test
    void aChildBornYesterdayInLondonWasBornTodayInNewYork() {
        var registered = registrationIn("America/New_York").register(DR_OKAFOR, bornOn(MARCH_3RD), false);

        assertThat(registered.details().dateOfBirth()).isEqualTo(MARCH_3RD);
    }

    @Test
    void whoIsRefusedIsNotStored() {
        var registration = registrationIn("America/New_York");

        Refused.fieldsOf(() -> registration.register(DR_OKAFOR, bornOn(MARCH_4TH), false));

        assertThat(patients.seenBy(DR_OKAFOR)).isEmpty();
    }

    @Test
    void whoIsRegisteredTwiceIsAskedAbout() {
        var registration = registrationIn("Europe/London");
        var first = registration.register(DR_OKAFOR, bareDetails(), false);

        assertThatExceptionOfType(PatientRefusal.class)
                .isThrownBy(() -> registration.register(DR_OKAFOR, bareDetails(), false))
                .returns("possible-duplicate", Refusal::code)
                .returns(List.of(first.id()), refusal -> refusal.facts().get("candidates"));
        assertThat(patients.seenBy(DR_OKAFOR)).hasSize(1);
    }

    @Test
    void whoIsSaidToBeSomebodyElseIsRegistered() {
        var registration = registrationIn("Europe/London");
        registration.register(DR_OKAFOR, bareDetails(), false);

        registration.register(DR_OKAFOR, bareDetails(), true);

        assertThat(patients.seenBy(DR_OKAFOR)).hasSize(2);
    }

    @Test
    void aColleaguesPatientOfThatNameIsNobodysBusiness() {
        var registration = registrationIn("Europe/London");
        registration.register(DR_LINDQVIST, bareDetails(), false);

        registration.register(DR_OKAFOR, bareDetails(), false);

        assertThat(patients.seenBy(DR_OKAFOR)).hasSize(1);
    }

    @Test
    void whoMovedHouseKeepsAllergiesAndConditions() {
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);
        var details = details();

        var revised = registrationIn("Europe/London").revise(DR_OKAFOR, patient.id(), details, seen);

        assertThat(patients.findView(DR_OKAFOR, patient.id())).contains(revised);
        assertThat(patients.get(DR_OKAFOR, patient.id()).value())
                .isEqualTo(new Patient(
                        patient.id(), DR_OKAFOR.id(), details, patient.allergies(), patient.chronicConditions()));
        assertThat(trail.events())
                .containsExactly(AuditEvent.ofPatient(
                        Action.UPDATE, PATIENT, patient.id().value()));
    }

    @Test
    void nobodyIsRevisedFromAStaleVersionOrToBeBornTomorrowOrByAColleague() {
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);
        patients.attend(patient.id(), DR_LINDQVIST.id());
        var registration = registrationIn("America/New_York");

        assertThat(Refused.fieldsOf(() -> registration.revise(DR_OKAFOR, patient.id(), bornOn(MARCH_4TH), seen)))
                .containsExactly("dateOfBirth: in-future");
        assertRefused("forbidden", () -> registration.revise(DR_LINDQVIST, patient.id(), details(), seen));
        assertRefused("not-found", () -> registration.revise(DR_OKAFOR, patientId(), details(), seen));
        registration.revise(DR_OKAFOR, patient.id(), details(), seen);
        assertRefused("stale-version", () -> registration.revise(DR_OKAFOR, patient.id(), details(), seen));
    }

    @Test
    void nobodyIsHeldToBeRemovedFromAStaleVersionOrByAColleague() {
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);
        patients.attend(patient.id(), DR_LINDQVIST.id());
        var directory = registrationIn("Europe/London");

        assertRefused("forbidden", () -> directory.lock(DR_LINDQVIST, patient.id(), seen));
        assertRefused("not-found", () -> directory.lock(DR_OKAFOR, patientId(), seen));
        assertRefused("stale-version", () -> directory.lock(DR_OKAFOR, patient.id(), new Version(Instant.EPOCH)));
    }

    @Test
    void aPatientWhoIsRemovedIsInTheTrail() {
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);
        var directory = registrationIn("Europe/London");

        directory.lock(DR_OKAFOR, patient.id(), seen);
        directory.remove(DR_OKAFOR, patient.id());

        assertThat(patients.find(DR_OKAFOR, patient.id())).isEmpty();
        assertThat(trail.events())
                .containsExactly(AuditEvent.ofPatient(
                        Action.DELETE, PATIENT, patient.id().value()));
    }

    @Test
    void aRegistrationIsInTheTrail() {
        var registered = registrationIn("Europe/London").register(DR_OKAFOR, details(), false);

        assertThat(trail.told())
                .containsExactly(new Told(
                        DR_OKAFOR,
                        AuditEvent.ofPatient(
                                Action.CREATE, PATIENT, registered.id().value())));
    }

    @Test
    void aPatientIsHandedOver() {
        providers.add(providerWithId(DR_LINDQVIST.id()));
        var registration = registrationIn("Europe/London");
        var registered = registration.register(DR_OKAFOR, details(), false);

        registration.transfer(DR_OKAFOR, registered.id(), DR_LINDQVIST.id(), registered.version());

        assertThat(patients.seenBy(DR_OKAFOR)).isEmpty();
        assertThat(patients.seenBy(DR_LINDQVIST)).hasSize(1);
        assertThat(trail.events())
                .endsWith(AuditEvent.of(
                        Action.UPDATE,
                        PATIENT_PROVIDER,
                        DR_LINDQVIST.id().value(),
                        registered.id().value()));
    }

    private RegistrationService registrationIn(String zone) {
        return new RegistrationService(
                patients,
                new InMemoryPatientViews(patients),
                trail,
                new TimeOrderedIds(),
                Clock.fixed(MIDNIGHT_IN_LONDON, ZoneId.of(zone)));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(PatientRefusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
