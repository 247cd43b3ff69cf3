package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.ScheduleView.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Schedules} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class SchedulesContract {

    private Actor okafor = DR_OKAFOR;
    private Actor lindqvist = DR_LINDQVIST;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract VitalSignsReadings readings();

    protected abstract Schedules schedules();

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        okafor = aProvider();
        lindqvist = aProvider();
    }

    @Test
    void aDayWithoutAppointmentsIsEmpty() {
        assertThat(day(okafor)).isEmpty();
    }

    @Test
    void anAppointmentIsShownWithItsPatient() {
        var patient = registered(patient(okafor.id()));
        var appointment = AppointmentFixtures.in(
                AppointmentStatus.CHECKED_IN,
                patient.id(),
                okafor.id(),
                new AppointmentDetails(at("09:00"), AppointmentType.NEW_PATIENT, "Cough.", "Comes by taxi."));
        appointments().add(okafor, appointment);

        assertThat(day(okafor))
                .containsExactly(new Item(
                        appointment.id(),
                        patient.id(),
                        patient.details().name(),
                        patient.details().dateOfBirth(),
                        at("09:00"),
                        at("09:40"),
                        "new_patient",
                        "checked_in",
                        "Cough.",
                        false,
                        null));
    }

    @Test
    void whatWasMeasuredAndWrittenUpIsTold() {
        var bare = booked(okafor, okafor.id(), "08:00");
        var measured = booked(okafor, okafor.id(), "09:00");
        var written = booked(okafor, okafor.id(), "10:00");
        var both = booked(okafor, okafor.id(), "11:00");
        var records = Stream.of(written, both)
                .map(appointment -> bareRecord(appointment))
                .toList();
        records.forEach(record -> records().add(okafor, record));
        Stream.of(measured, both).forEach(appointment -> readings().add(okafor, vitalSigns(appointment)));

        var day = day(okafor);

        assertThat(day).extracting(Item::id).containsExactly(bare, measured, written, both);
        assertThat(day).extracting(Item::hasVitalSigns).containsExactly(false, true, false, true);
        assertThat(day)
                .extracting(Item::recordId)
                .containsExactly(
                        null, null, records.getFirst().id(), records.getLast().id());
    }

    @Test
    void appointmentsInWhateverStateAreShown() {
        var hour = 8;
        for (var status : AppointmentStatus.values()) in(status, "%02d:00".formatted(hour++));

        assertThat(day(okafor))
                .extracting(Item::status)
                .containsExactlyElementsOf(Stream.of(AppointmentStatus.values())
                        .map(AppointmentStatus::toString)
                        .toList());
    }

    @Test
    void appointmentsAreInTheOrderOfTheDay() {
        var late = booked(okafor, okafor.id(), "16:00");
        var early = booked(okafor, okafor.id(), "08:00");
        var first = in(AppointmentStatus.CANCELLED, "12:00");
        var second = in(AppointmentStatus.CANCELLED, "12:00");

        assertThat(day(okafor)).extracting(Item::id).containsExactly(early, first, second, late);
    }

    @Test
    void onlyWhatBeginsOnTheDayIsShown() {
        booked(okafor, okafor.id(), "2030-03-03T23:50:00Z");
        var first = booked(okafor, okafor.id(), "2030-03-04T00:10:00Z");
        var last = booked(okafor, okafor.id(), "2030-03-04T23:50:00Z");
        booked(okafor, okafor.id(), "2030-03-05T00:10:00Z");

        assertThat(day(okafor)).extracting(Item::id).containsExactly(first, last);
        assertThat(schedules()
                        .find(okafor, Instant.parse("2030-03-04T00:10:00Z"), Instant.parse("2030-03-04T23:50:00Z")))
                .extracting(Item::id)
                .containsExactly(first);
    }

    @Test
    void aDayIsOfWhoHoldsTheAppointments() {
        var own = booked(okafor, okafor.id(), "09:00");
        var handedOn = booked(okafor, lindqvist.id(), "09:00");

        assertThat(day(okafor)).extracting(Item::id).containsExactly(own);
        assertThat(day(lindqvist)).extracting(Item::id).containsExactly(handedOn);
        assertThat(day(aProvider())).isEmpty();
    }

    private List<Item> day(Actor by) {
        return schedules().find(by, Instant.parse("2030-03-04T00:00:00Z"), Instant.parse("2030-03-05T00:00:00Z"));
    }

    private AppointmentId booked(Actor by, ProviderId with, String time) {
        return added(by, with, AppointmentStatus.SCHEDULED, time);
    }

    private AppointmentId in(AppointmentStatus status, String time) {
        return added(okafor, okafor.id(), status, time);
    }

    private AppointmentId added(Actor by, ProviderId with, AppointmentStatus status, String time) {
        var patient = registered(walkIn(by.id()));
        var details = new AppointmentDetails(at(time), AppointmentType.FOLLOW_UP, null, null);
        var appointment = AppointmentFixtures.in(status, patient.id(), with, details);
        appointments().add(by, appointment);
        return appointment.id();
    }

    private Patient registered(Patient patient) {
        patients().add(okafor, patient);
        return patient;
    }

    private Actor aProvider() {
        var provider = provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private static Instant at(String time) {
        return Instant.parse(time.length() > 5 ? time : "2030-03-04T" + time + ":00Z");
    }
}
