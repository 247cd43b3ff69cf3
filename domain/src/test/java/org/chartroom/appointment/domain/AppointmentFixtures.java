package org.chartroom.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.ProviderFixtures;

public final class AppointmentFixtures {

    public static final Instant MONDAY_9AM = Instant.parse("2030-03-04T09:00:00Z");

    private static final AtomicInteger TIMES = new AtomicInteger();

    public static Appointment appointment(PatientId patient, ProviderId provider) {
        return Appointment.book(appointmentId(), patient, provider, details(), null);
    }

    public static Appointment appointment(PatientId patient, ProviderId provider, Instant at) {
        return Appointment.book(
                appointmentId(),
                patient,
                provider,
                new AppointmentDetails(at, AppointmentType.FOLLOW_UP, "Blood pressure check.", null),
                null);
    }

    /** An appointment with nothing that may be left out. */
    public static Appointment bareAppointment(PatientId patient, ProviderId provider) {
        return Appointment.book(appointmentId(), patient, provider, bareDetails(), null);
    }

    /** One that may overlap others. */
    public static Appointment overbooked(PatientId patient, ProviderId provider, Instant at) {
        return Appointment.book(
                appointmentId(),
                patient,
                provider,
                new AppointmentDetails(at, AppointmentType.FOLLOW_UP, null, null),
                overbooking());
    }

    public static Overbooking overbooking() {
        return new Overbooking("Squeezed in: fever since this morning.");
    }

    public static Appointment in(AppointmentStatus status) {
        return in(status, PatientFixtures.patientId(), ProviderFixtures.DR_OKAFOR.id());
    }

    public static Appointment in(AppointmentStatus status, PatientId patient, ProviderId provider) {
        return new Appointment(appointmentId(), patient, provider, details(), status, null);
    }

    /** On the hour; no other has it, so that nobody is booked twice in it. */
    public static Instant aTime() {
        return MONDAY_9AM.plus(Duration.ofDays(1)).plus(Duration.ofHours(TIMES.incrementAndGet()));
    }

    public static Appointment in(
            AppointmentStatus status, PatientId patient, ProviderId provider, AppointmentDetails details) {
        return new Appointment(appointmentId(), patient, provider, details, status, null);
    }

    public static AppointmentDetails details() {
        return new AppointmentDetails(
                aTime(),
                AppointmentType.SICK_VISIT,
                "Cough for three weeks, worse at night.",
                "Comes by taxi; may be ten minutes late.");
    }

    public static AppointmentDetails bareDetails() {
        return new AppointmentDetails(MONDAY_9AM, AppointmentType.TELEHEALTH, null, null);
    }

    public static AppointmentId appointmentId() {
        return new AppointmentId(TimeOrderedIds.nextId());
    }

    private AppointmentFixtures() {}
}
