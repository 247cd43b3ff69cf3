package org.chartroom.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.aTime;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.details;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooking;
import static org.chartroom.audit.Reference.Kind.APPOINTMENT;
import static org.chartroom.audit.Reference.Kind.APPOINTMENT_LIST;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.FrontDesk.Book;
import org.chartroom.appointment.application.FrontDesk.Revise;
import org.chartroom.appointment.application.out.InMemoryAppointmentViews;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrontDeskServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final FrontDeskService desk = new FrontDeskService(
            appointments, new InMemoryAppointmentViews(appointments, patients), trail, new TimeOrderedIds());

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
    }

    @Test
    void aBookedPatientIsScheduled() {
        var booked = desk.book(DR_OKAFOR, new Book(aPatientOf(DR_OKAFOR), DR_OKAFOR.id(), details(), null));

        assertThat(statusOf(booked.id())).isEqualTo(AppointmentStatus.SCHEDULED);
    }

    @Test
    void whateverIsDoneWithAnAppointmentIsInTheTrail() {
        var patient = aPatientOf(DR_OKAFOR);

        var id = desk.book(DR_OKAFOR, new Book(patient, DR_OKAFOR.id(), details(), null))
                .id();
        desk.appointment(DR_OKAFOR, id);
        desk.changeStatus(DR_OKAFOR, id, AppointmentStatus.CHECKED_IN);
        desk.complete(DR_OKAFOR, id, _ -> "written up");

        assertThat(trail.events())
                .extracting(AuditEvent::action)
                .containsExactly(Action.CREATE, Action.READ, Action.UPDATE, Action.UPDATE);
        assertThat(trail.events()).allSatisfy(event -> {
            assertThat(event.object()).isEqualTo(new Reference(APPOINTMENT, id.value()));
            assertThat(event.patient()).isEqualTo(patient.value());
        });
    }

    @Test
    void theAnswerIsTheAppointmentAsStored() {
        var booked = desk.book(DR_OKAFOR, new Book(aPatientOf(DR_OKAFOR), DR_OKAFOR.id(), details(), null));

        assertThat(desk.appointment(DR_OKAFOR, booked.id())).isEqualTo(booked);
    }

    @Test
    void aPatientMayBeBookedWithAColleague() {
        var booked = desk.book(DR_OKAFOR, new Book(aPatientOf(DR_OKAFOR), DR_LINDQVIST.id(), details(), null));

        assertThat(booked.providerId()).isEqualTo(DR_LINDQVIST.id());
    }

    @Test
    void anUnknownPatientIsNotBooked() {
        assertNotFound(() -> desk.book(DR_OKAFOR, new Book(patientId(), DR_OKAFOR.id(), details(), null)));
    }

    @Test
    void aColleaguesPatientIsNotBooked() {
        var patient = aPatientOf(DR_LINDQVIST);

        assertNotFound(() -> desk.book(DR_OKAFOR, new Book(patient, DR_OKAFOR.id(), details(), null)));
    }

    @Test
    void nobodyIsBookedWithAnUnknownProvider() {
        var patient = aPatientOf(DR_OKAFOR);

        assertThat(Refused.fieldsOf(() -> desk.book(DR_OKAFOR, new Book(patient, providerId(), details(), null))))
                .containsExactly("providerId: unknown");
    }

    @Test
    void aBookingMayOverlapWhenThatIsMeant() {
        var patient = aPatientOf(DR_OKAFOR);
        var details = details();
        var first = desk.book(DR_OKAFOR, new Book(patient, DR_OKAFOR.id(), details, null));

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.book(DR_OKAFOR, new Book(patient, DR_OKAFOR.id(), details, null)))
                .returns("double-booked", Refusal::code)
                .returns(List.of(first.id()), refusal -> refusal.facts().get("conflictsWith"));
        var second = desk.book(DR_OKAFOR, new Book(patient, DR_OKAFOR.id(), details, overbooking()));

        assertThat(second.overlapReason()).isEqualTo(overbooking().overlapReason());
        assertThat(desk.appointment(DR_OKAFOR, second.id())).isEqualTo(second);
    }

    @Test
    void whatWasAgreedOnIsReplacedAsAWhole() {
        var booked = desk.book(DR_OKAFOR, new Book(aPatientOf(DR_OKAFOR), DR_OKAFOR.id(), details(), null));
        var next = new AppointmentDetails(aTime(), AppointmentType.TELEHEALTH, null, "Call her.");

        var revised = desk.revise(DR_OKAFOR, booked.id(), booked.version(), new Revise(next, null));

        assertThat(appointments
                        .find(DR_OKAFOR, booked.id())
                        .orElseThrow()
                        .value()
                        .details())
                .isEqualTo(next);
        assertThat(revised).isEqualTo(desk.appointment(DR_OKAFOR, booked.id()));
        assertThat(revised.patientId()).isEqualTo(booked.patientId());
        assertThat(trail.events())
                .filteredOn(event -> event.action() == Action.UPDATE)
                .extracting(AuditEvent::object)
                .containsExactly(new Reference(APPOINTMENT, booked.id().value()));
        assertThat(revised.updatedAt()).isAfter(booked.updatedAt());
    }

    @Test
    void aRevisionFromAnOldVersionIsToldSoBeforeAnythingElse() {
        var booked = desk.book(DR_OKAFOR, new Book(aPatientOf(DR_OKAFOR), DR_OKAFOR.id(), details(), null));
        var current = desk.changeStatus(DR_OKAFOR, booked.id(), AppointmentStatus.CANCELLED);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.revise(DR_OKAFOR, booked.id(), booked.version(), new Revise(details(), null)))
                .returns("stale-version", Refusal::code)
                .returns(current.version(), refusal -> refusal.facts().get("current"));
        assertThat(desk.appointment(DR_OKAFOR, booked.id())).isEqualTo(current);
    }

    @Test
    void anUnknownAppointmentAndAStrangersAreNotRevised() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);
        var seen = desk.appointment(DR_OKAFOR, id).version();

        assertNotFound(() -> desk.revise(stranger(), id, seen, new Revise(details(), null)));
        assertNotFound(() -> desk.revise(DR_OKAFOR, appointmentId(), seen, new Revise(details(), null)));
    }

    @Test
    void readingTheListIsInTheTrailWithThePatientWhoWasAskedFor() {
        var patient = aPatientOf(DR_OKAFOR);

        var all = desk.appointments(DR_OKAFOR, AppointmentQuery.of(null, null, Set.of(), null), 25, null);
        var ofOne = desk.appointments(DR_OKAFOR, AppointmentQuery.of(null, null, Set.of(), patient), 25, null);

        assertThat(all).isPresent();
        assertThat(ofOne).isPresent();
        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.ofList(APPOINTMENT_LIST),
                        AuditEvent.ofPatient(Action.READ, APPOINTMENT_LIST, patient.value()));
    }

    @Test
    void anAppointmentThatIsHeldIsRemovedAndInTheTrail() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);
        var seen = desk.appointment(DR_OKAFOR, id).version();

        desk.holdToRemove(DR_OKAFOR, id, seen);
        desk.remove(DR_OKAFOR, id, seen);

        assertNotFound(() -> desk.appointment(DR_OKAFOR, id));
        assertThat(trail.events().getLast().action()).isEqualTo(Action.DELETE);
        assertThat(trail.events().getLast().object()).isEqualTo(new Reference(APPOINTMENT, id.value()));
    }

    @Test
    void anAppointmentThatWasChangedIsNotHeld() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);
        var seen = desk.appointment(DR_OKAFOR, id).version();
        desk.changeStatus(DR_OKAFOR, id, AppointmentStatus.CANCELLED);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.holdToRemove(DR_OKAFOR, id, seen))
                .returns("stale-version", Refusal::code);
        assertNotFound(() -> desk.holdToRemove(stranger(), id, seen));
    }

    @Test
    void aScheduledPatientWhoArrivesIsCheckedIn() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);

        desk.changeStatus(DR_OKAFOR, id, AppointmentStatus.CHECKED_IN);

        assertThat(statusOf(id)).isEqualTo(AppointmentStatus.CHECKED_IN);
    }

    @Test
    void theAnswerToAStepIsTheAppointmentAsStored() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);

        var changed = desk.changeStatus(DR_OKAFOR, id, AppointmentStatus.CHECKED_IN);

        assertThat(desk.appointment(DR_OKAFOR, id)).isEqualTo(changed);
    }

    @Test
    void aStepMovesTheVersionOn() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);
        var before = desk.appointment(DR_OKAFOR, id);

        var changed = desk.changeStatus(DR_OKAFOR, id, AppointmentStatus.CHECKED_IN);

        assertThat(changed.updatedAt()).isAfter(before.updatedAt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULED   | COMPLETED
            CHECKED_IN  | SCHEDULED
            IN_PROGRESS | NO_SHOW
            COMPLETED   | CANCELLED
            CANCELLED   | SCHEDULED
            NO_SHOW     | COMPLETED
            """)
    void aStepThatTheWorkflowHasNotIsRefused(AppointmentStatus from, AppointmentStatus to) {
        var id = anAppointment(from);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.changeStatus(DR_OKAFOR, id, to))
                .returns("illegal-transition", Refusal::code);
    }

    @Test
    void aRefusedStepChangesNothing() {
        var id = anAppointment(AppointmentStatus.CANCELLED);
        var before = desk.appointment(DR_OKAFOR, id);

        assertThatCode(() -> desk.changeStatus(DR_OKAFOR, id, AppointmentStatus.CHECKED_IN))
                .isInstanceOf(AppointmentRefusal.class);

        assertThat(desk.appointment(DR_OKAFOR, id)).isEqualTo(before);
    }

    @Test
    void anUnknownAppointmentTakesNoStep() {
        assertNotFound(() -> desk.changeStatus(DR_OKAFOR, appointmentId(), AppointmentStatus.CHECKED_IN));
    }

    @Test
    void aStrangerTakesNoAppointmentAStepFurther() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);

        assertNotFound(() -> desk.changeStatus(stranger(), id, AppointmentStatus.CANCELLED));
    }

    @Test
    void anUnknownAppointmentIsNotShown() {
        assertNotFound(() -> desk.appointment(DR_OKAFOR, appointmentId()));
    }

    @Test
    void aStrangerIsNotShownAnAppointment() {
        var id = anAppointment(AppointmentStatus.SCHEDULED);

        assertNotFound(() -> desk.appointment(stranger(), id));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "CHECKED_IN", "IN_PROGRESS"})
    void anActiveAppointmentIsCompletedByItsVisit(AppointmentStatus active) {
        var id = anAppointment(active);

        var written = desk.complete(DR_OKAFOR, id, _ -> "written up");

        assertThat(written).isEqualTo("written up");
        assertThat(statusOf(id)).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    void whoWritesAVisitUpIsToldWhoseItIsWhileItIsNotYetCompleted() {
        var id = anAppointment(AppointmentStatus.IN_PROGRESS);
        var stored = appointments.find(DR_OKAFOR, id).orElseThrow().value();

        var told = desk.complete(DR_OKAFOR, id, patient -> Map.entry(patient, statusOf(id)));

        assertThat(told).isEqualTo(Map.entry(stored.patient(), AppointmentStatus.IN_PROGRESS));
    }

    @Test
    void whatTheWritingRefusesIsToldBeforeTheAppointmentIsLookedAt() {
        var id = anAppointment(AppointmentStatus.COMPLETED);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.complete(DR_OKAFOR, id, _ -> {
                    throw AppointmentRefusal.unknown();
                }))
                .returns("not-found", Refusal::code);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "NO_SHOW"})
    void anAppointmentThatIsNoLongerActiveIsNotCompleted(AppointmentStatus over) {
        var id = anAppointment(over);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.complete(DR_OKAFOR, id, _ -> "written up"))
                .returns("illegal-transition", Refusal::code);
    }

    @Test
    void anUnknownAppointmentIsNotCompleted() {
        assertNotFound(() -> desk.complete(DR_OKAFOR, appointmentId(), FrontDeskServiceTest::neverWritten));
    }

    @Test
    void aStrangerCompletesNoAppointment() {
        var id = anAppointment(AppointmentStatus.IN_PROGRESS);

        assertNotFound(() -> desk.complete(stranger(), id, FrontDeskServiceTest::neverWritten));
    }

    @ParameterizedTest
    @EnumSource
    void anAppointmentIsHeldWhateverItsStatusAndStaysAsItIs(AppointmentStatus status) {
        var id = anAppointment(status);
        var before = appointments.find(DR_OKAFOR, id);

        assertThat(desk.hold(DR_OKAFOR, id))
                .isEqualTo(before.orElseThrow().value().patient());

        assertThat(appointments.find(DR_OKAFOR, id)).isEqualTo(before);
        assertThat(trail.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "COMPLETED"})
    void aVisitThatHasBegunIsHeldToBeWrittenOf(AppointmentStatus begun) {
        var id = anAppointment(begun);

        assertThat(desk.requireBegun(DR_OKAFOR, id)).isEqualTo(desk.hold(DR_OKAFOR, id));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "CHECKED_IN", "CANCELLED", "NO_SHOW"})
    void aVisitThatHasNotBegunOrNeverWasIsNotToBeWrittenOf(AppointmentStatus status) {
        var id = anAppointment(status);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> desk.requireBegun(DR_OKAFOR, id))
                .returns("illegal-transition", Refusal::code)
                .returns(status, refusal -> refusal.facts().get("from"));
    }

    @Test
    void whatIsUnknownOrAStrangersIsNotHeld() {
        var id = anAppointment(AppointmentStatus.IN_PROGRESS);

        assertNotFound(() -> desk.hold(DR_OKAFOR, appointmentId()));
        assertNotFound(() -> desk.requireBegun(DR_OKAFOR, appointmentId()));
        assertNotFound(() -> desk.hold(stranger(), id));
        assertNotFound(() -> desk.requireBegun(stranger(), id));
    }

    private PatientId aPatientOf(Actor by) {
        var patient = walkIn(by.id());
        patients.add(by, patient);
        return patient.id();
    }

    private AppointmentId anAppointment(AppointmentStatus status) {
        var appointment = in(status, aPatientOf(DR_OKAFOR), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, appointment);
        return appointment.id();
    }

    private AppointmentStatus statusOf(AppointmentId id) {
        return appointments.find(DR_OKAFOR, id).orElseThrow().value().status();
    }

    private static Actor stranger() {
        return Actor.onCommandLine(providerId());
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(AppointmentRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }

    private static String neverWritten(PatientId patient) {
        throw new AssertionError("nothing may be written of " + patient);
    }
}
