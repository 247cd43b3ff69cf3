package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.Whose;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.PatientViews.Traits;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.junit.jupiter.api.Test;

/**
 * Who may see what, across every store: a patient's own provider, a colleague with an appointment, a stranger. Run by the
 * in-memory and the PostgreSQL implementation alike; the store need not be empty, and each call is a transaction of its
 * own. What a stranger finds is said by the contract of each store.
 */
public abstract class CareTeamContract {

    protected abstract Providers providers();

    protected abstract Accounts accounts();

    protected abstract Patients patients();

    protected abstract PatientViews patientViews();

    protected abstract Appointments appointments();

    protected abstract AppointmentViews appointmentViews();

    protected abstract MedicalRecords records();

    protected abstract VitalSignsReadings readings();

    protected abstract WrittenVisits visits();

    protected abstract Charts charts();

    @Test
    void aColleagueSeesThePatientOnceThereIsAnAppointment() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        assertThat(patients().find(lindqvist, patient.id())).isEmpty();

        bookedWith(lindqvist, okafor, patient);

        assertThat(patients().find(lindqvist, patient.id()))
                .isEqualTo(patients().find(okafor, patient.id()))
                .isPresent();
        assertThat(patientViews().find(lindqvist, patient.id()))
                .isEqualTo(patientViews().find(okafor, patient.id()))
                .isPresent();
        assertThat(charts().find(lindqvist, patient.id(), true))
                .isEqualTo(charts().find(okafor, patient.id(), true))
                .isPresent();
    }

    @Test
    void aColleagueSeesEveryVisitOfThePatient() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);
        var visit = bookedWith(okafor, okafor, patient);
        var record = medicalRecord(visit.id());
        var vitalSigns = vitalSigns(visit.id());
        records().add(okafor, record);
        readings().add(okafor, vitalSigns);

        assertThat(appointments().find(lindqvist, visit.id())).isPresent();
        assertThat(appointmentViews().find(lindqvist, visit.id())).isPresent();
        assertThat(records().find(lindqvist, record.id())).isPresent();
        assertThat(charts().findRecord(lindqvist, record.id())).isPresent();
        assertThat(readings().find(lindqvist, vitalSigns.id())).isPresent();
    }

    @Test
    void aColleagueSeesNoOtherPatientOfTheSameProvider() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var other = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, aPatientOf(okafor));

        assertThat(patients().find(lindqvist, other.id())).isEmpty();
        assertThat(charts().find(lindqvist, other.id(), false)).isEmpty();
    }

    @Test
    void aSharedPatientIsInTheListOfTheSharedAndInNoOther() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var shared = aPatientOf(okafor);
        var own = aPatientOf(lindqvist);
        bookedWith(lindqvist, okafor, shared);
        bookedWith(lindqvist, lindqvist, own);

        assertThat(list(lindqvist, Whose.SHARED)).containsExactly(shared.id());
        assertThat(list(lindqvist, Whose.OWN)).containsExactly(own.id());
        assertThat(list(okafor, Whose.SHARED)).isEmpty();
        assertThat(list(okafor, Whose.OWN)).containsExactly(shared.id());
    }

    @Test
    void theListOfTheSharedIsReadPageByPage() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        for (var i = 0; i < 5; i++) bookedWith(lindqvist, okafor, aPatientOf(okafor));
        var all = list(lindqvist, Whose.SHARED);

        var first = patientViews()
                .page(lindqvist, Whose.SHARED, Traits.ANY, 3, null)
                .orElseThrow();
        var second = patientViews()
                .page(lindqvist, Whose.SHARED, Traits.ANY, 3, first.next())
                .orElseThrow();

        assertThat(all).hasSize(5);
        assertThat(ids(first.items())).isEqualTo(all.subList(0, 3));
        assertThat(ids(second.items())).isEqualTo(all.subList(3, 5));
        assertThat(second.next()).isNull();
    }

    @Test
    void noPageOfOneListBeginsBehindAPatientOfTheOther() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var shared = aPatientOf(okafor);
        var own = aPatientOf(lindqvist);
        bookedWith(lindqvist, okafor, shared);

        assertThat(patientViews().page(lindqvist, Whose.SHARED, Traits.ANY, 25, own.id()))
                .isEmpty();
        assertThat(patientViews().page(lindqvist, Whose.OWN, Traits.ANY, 25, shared.id()))
                .isEmpty();
    }

    @Test
    void onlyThePatientsOwnProviderChangesThePatient() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);
        var changed = patient.withAllergies(List.of(PatientFixtures.allergy()));

        assertForbidden(() -> patients().replace(lindqvist, changed, version(okafor, patient)));
        assertForbidden(() -> patients().replace(lindqvist, changed, new Version(Instant.EPOCH)));
        assertForbidden(() -> patients().lock(lindqvist, patient.id()));
        assertForbidden(() -> patients().lockToRemove(lindqvist, patient.id(), new Version(Instant.EPOCH)));
        assertForbidden(() -> patients().remove(lindqvist, patient.id()));

        assertThat(patients().find(okafor, patient.id()).orElseThrow().value()).isEqualTo(patient);
    }

    @Test
    void onlyThePatientsOwnProviderBooksThePatientIn() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);

        assertForbidden(() -> appointments().add(lindqvist, appointment(patient.id(), lindqvist.id())));
    }

    @Test
    void aColleagueTakesTheOwnAppointmentThroughTheWorkflow() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var visit = bookedWith(lindqvist, okafor, aPatientOf(okafor));

        var locked = appointments().lock(lindqvist, visit.id());
        appointments().replace(lindqvist, locked.value().to(AppointmentStatus.CHECKED_IN), locked.version());

        assertThat(appointments().find(okafor, visit.id()).orElseThrow().value().status())
                .isEqualTo(AppointmentStatus.CHECKED_IN);
    }

    @Test
    void aColleaguesAppointmentIsNotTheActorsToChange() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);
        var okafors = bookedWith(okafor, okafor, patient);
        var seen = appointments().find(okafor, okafors.id()).orElseThrow().version();

        assertForbidden(() -> appointments().lock(lindqvist, okafors.id()));
        assertForbidden(() -> appointments().replace(lindqvist, okafors.to(AppointmentStatus.CANCELLED), seen));

        assertThat(appointments().find(okafor, okafors.id()).orElseThrow().value())
                .isEqualTo(okafors);
    }

    @Test
    void thePatientsOwnProviderChangesAColleaguesAppointmentToo() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var visit = bookedWith(lindqvist, okafor, aPatientOf(okafor));

        var locked = appointments().lock(okafor, visit.id());
        appointments().replace(okafor, locked.value().to(AppointmentStatus.CANCELLED), locked.version());

        assertThat(appointments().find(okafor, visit.id()).orElseThrow().value().status())
                .isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aColleagueWritesUpTheOwnAppointment() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var visit = bookedWith(lindqvist, okafor, aPatientOf(okafor));
        var record = medicalRecord(visit.id());
        var vitalSigns = vitalSigns(visit.id());

        var recorded = records().add(lindqvist, record);
        var measured = readings().add(lindqvist, vitalSigns).version();
        records().replace(lindqvist, records().lock(lindqvist, record.id()).value(), recorded);
        readings().replace(lindqvist, vitalSigns, measured);

        assertThat(records().find(okafor, record.id()).orElseThrow().value()).isEqualTo(record);
        assertThat(readings().find(okafor, vitalSigns.id()).orElseThrow().value())
                .isEqualTo(vitalSigns);
    }

    @Test
    void aColleaguesVisitIsNotTheActorsToWriteUp() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);
        var empty = bookedWith(okafor, okafor, patient);
        var written = bookedWith(okafor, okafor, patient);
        var record = medicalRecord(written.id());
        var vitalSigns = vitalSigns(written.id());
        var recorded = records().add(okafor, record);
        var measured = readings().add(okafor, vitalSigns).version();

        assertForbidden(() -> records().add(lindqvist, medicalRecord(empty.id())));
        assertForbidden(() -> readings().add(lindqvist, vitalSigns(empty.id())));
        assertForbidden(() -> records().replace(lindqvist, record, recorded));
        assertForbidden(() -> readings().replace(lindqvist, vitalSigns, measured));
        assertForbidden(() -> records().lock(lindqvist, record.id()));
        assertForbidden(() -> readings().remove(lindqvist, vitalSigns.id(), measured));

        assertThat(records().find(lindqvist, record.id())).isPresent();
        assertThat(readings().findOf(lindqvist, written.id())).isPresent();
    }

    @Test
    void aColleagueIsToldThatTheOwnAppointmentHasARecordAlready() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var visit = bookedWith(lindqvist, okafor, aPatientOf(okafor));
        records().add(okafor, medicalRecord(visit.id()));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> records().add(lindqvist, medicalRecord(visit.id())))
                .returns("already-exists", Refusal::code);
    }

    @Test
    void aPatientWhoIsHandedOverIsTheReceiversAndTheFormerProviderSeesNothingMore() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);

        var version = patients().transfer(okafor, patient.id(), lindqvist.id(), version(okafor, patient));

        var handedOver = patients().find(lindqvist, patient.id()).orElseThrow();
        assertThat(handedOver.value().provider()).isEqualTo(lindqvist.id());
        assertThat(handedOver.version()).isEqualTo(version);
        assertThat(patients().find(okafor, patient.id())).isEmpty();
        assertThat(list(okafor, Whose.OWN)).isEmpty();
        assertThat(list(lindqvist, Whose.OWN)).containsExactly(patient.id());
        patients().replace(lindqvist, handedOver.value(), version);
    }

    @Test
    void whoHadAnAppointmentWithAPatientWhoIsHandedOverStaysOnTheCareTeam() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        var visit = bookedWith(okafor, okafor, patient);

        patients().transfer(okafor, patient.id(), lindqvist.id(), version(okafor, patient));

        assertThat(list(okafor, Whose.SHARED)).containsExactly(patient.id());
        records().add(okafor, medicalRecord(visit.id()));
        assertForbidden(() -> appointments().add(okafor, appointment(patient.id(), okafor.id())));
    }

    @Test
    void whoseOnlyAppointmentIsRemovedNoLongerSeesThePatient() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        var first = bookedWith(lindqvist, okafor, patient);
        var second = bookedWith(lindqvist, okafor, patient);

        appointments().remove(okafor, first.id(), version(okafor, first));
        assertThat(patients().find(lindqvist, patient.id())).isPresent();

        appointments().remove(okafor, second.id(), version(okafor, second));
        assertThat(patients().find(lindqvist, patient.id())).isEmpty();
        assertThat(list(lindqvist, Whose.SHARED)).isEmpty();
        assertThat(patients().find(okafor, patient.id())).isPresent();
        assertThat(appointments().find(okafor, second.id())).isEmpty();
    }

    @Test
    void onlyThePatientsOwnProviderRemovesAnAppointmentAndFromTheNewestVersionOnly() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var stranger = aProvider();
        var visit = bookedWith(lindqvist, okafor, aPatientOf(okafor));
        var seen = version(okafor, visit);
        var old = new Version(Instant.EPOCH);

        assertForbidden(() -> appointments().lockToRemove(lindqvist, visit.id()));
        assertForbidden(() -> appointments().remove(lindqvist, visit.id(), seen));
        assertRefused("not-found", () -> appointments().lockToRemove(stranger, visit.id()));
        assertRefused("not-found", () -> appointments().remove(stranger, visit.id(), seen));
        assertRefused("stale-version", () -> appointments().remove(okafor, visit.id(), old));

        assertThat(appointments().lockToRemove(okafor, visit.id()))
                .isEqualTo(appointments().find(okafor, visit.id()).orElseThrow());
        assertThat(appointments().remove(okafor, visit.id(), seen)).isEqualTo(visit.patient());
        assertRefused("not-found", () -> appointments().remove(okafor, visit.id(), seen));
    }

    @Test
    void whatThereIsOfAVisitIsToldToWhoSeesIt() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var stranger = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);
        var visit = bookedWith(okafor, okafor, patient);
        assertThat(visits().of(okafor, visit.id()).isNothing()).isTrue();

        readings().add(okafor, vitalSigns(visit.id()));
        assertThat(visits().of(okafor, visit.id())).isEqualTo(new WrittenVisits.Written(false, true));

        records().add(okafor, medicalRecord(visit.id()));
        assertThat(visits().of(okafor, visit.id())).isEqualTo(new WrittenVisits.Written(true, true));
        assertThat(visits().of(lindqvist, visit.id())).isEqualTo(new WrittenVisits.Written(true, true));
        assertThat(visits().of(stranger, visit.id()).isNothing()).isTrue();
    }

    @Test
    void aPatientIsHandedOverByNobodyElseAndFromTheNewestVersionOnly() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var stranger = aProvider();
        var patient = aPatientOf(okafor);
        bookedWith(lindqvist, okafor, patient);
        var seen = version(okafor, patient);
        var old = new Version(Instant.EPOCH);

        assertForbidden(() -> patients().transfer(lindqvist, patient.id(), lindqvist.id(), seen));
        assertRefused("not-found", () -> patients().transfer(stranger, patient.id(), stranger.id(), seen));
        assertRefused("stale-version", () -> patients().transfer(okafor, patient.id(), lindqvist.id(), old));

        assertThat(patients().find(okafor, patient.id()).orElseThrow().value()).isEqualTo(patient);
    }

    @Test
    void nobodyIsHandedOverToAnUnknownProvider() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var seen = version(okafor, patient);

        assertThat(Refused.fieldsOf(
                        () -> patients().transfer(okafor, patient.id(), ProviderFixtures.providerId(), seen)))
                .containsExactly("providerId: unknown");
    }

    @Test
    void nobodyIsHandedOverToAClosedAccount() {
        var okafor = aProvider();
        var gone = aProvider();
        var stranger = aProvider();
        var patient = aPatientOf(okafor);
        var seen = version(okafor, patient);
        accounts().disable(gone.id(), Instant.EPOCH);

        assertThat(Refused.fieldsOf(() -> patients().transfer(okafor, patient.id(), gone.id(), seen)))
                .containsExactly("providerId: unknown");
        assertRefused("not-found", () -> patients().transfer(stranger, patient.id(), gone.id(), seen));
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private Patient aPatientOf(Actor by) {
        var patient = walkIn(by.id());
        patients().add(by, patient);
        return patient;
    }

    private Appointment bookedWith(Actor with, Actor by, Patient patient) {
        var appointment = appointment(patient.id(), with.id());
        appointments().add(by, appointment);
        return appointment;
    }

    private Version version(Actor by, Patient patient) {
        return patients().find(by, patient.id()).orElseThrow().version();
    }

    private Version version(Actor by, Appointment appointment) {
        return appointments().find(by, appointment.id()).orElseThrow().version();
    }

    private List<PatientId> list(Actor by, Whose whose) {
        return ids(patientViews()
                .page(by, whose, Traits.ANY, 100, null)
                .orElseThrow()
                .items());
    }

    private static List<PatientId> ids(List<PatientSummary> items) {
        return items.stream().map(PatientSummary::id).toList();
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertRefused("forbidden", call);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
