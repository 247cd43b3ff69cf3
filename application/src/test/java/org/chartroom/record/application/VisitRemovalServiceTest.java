package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Instant;
import java.util.List;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.application.out.InMemoryWrittenVisits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitRemovalServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final VisitRemoval removal =
            new VisitRemovalService(appointments, new InMemoryWrittenVisits(appointments, records, readings));

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
    }

    @Test
    void anAppointmentThatNothingWasWrittenOfIsRemoved() {
        var appointment = anAppointment();

        removal.remove(DR_OKAFOR, appointment.id(), version(appointment));

        assertThat(appointments.find(DR_OKAFOR, appointment.id())).isEmpty();
    }

    @Test
    void whatWasWrittenOfAVisitIsNotRemovedWithIt() {
        var appointment = anAppointment();
        readings.add(DR_OKAFOR, vitalSigns(appointment.id()));

        assertRefused("has-record", List.of("vitalSigns"), DR_OKAFOR, appointment);
        records.add(DR_OKAFOR, medicalRecord(appointment.id()));
        assertRefused("has-record", List.of("record", "vitalSigns"), DR_OKAFOR, appointment);

        assertThat(appointments.find(DR_OKAFOR, appointment.id())).isPresent();
    }

    @Test
    void aRecordAloneKeepsItsAppointment() {
        var appointment = anAppointment();
        records.add(DR_OKAFOR, medicalRecord(appointment.id()));

        assertRefused("has-record", List.of("record"), DR_OKAFOR, appointment);
    }

    @Test
    void whoseAppointmentItIsNotIsToldNothingOfARecord() {
        var appointment = anAppointment();
        records.add(DR_OKAFOR, medicalRecord(appointment.id()));

        assertRefused("not-found", null, DR_LINDQVIST, appointment);
        appointments.add(DR_OKAFOR, appointment(appointment.patient(), DR_LINDQVIST.id()));
        assertRefused("forbidden", null, DR_LINDQVIST, appointment);
    }

    @Test
    void anOldVersionAndAnUnknownAppointmentAreRefused() {
        var appointment = anAppointment();
        records.add(DR_OKAFOR, medicalRecord(appointment.id()));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> removal.remove(DR_OKAFOR, appointment.id(), new Version(Instant.EPOCH)))
                .returns("stale-version", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> removal.remove(DR_OKAFOR, appointmentId(), new Version(Instant.EPOCH)))
                .returns("not-found", Refusal::code);
    }

    private void assertRefused(String code, @Nullable List<String> exists, Actor by, Appointment appointment) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> removal.remove(by, appointment.id(), version(appointment)))
                .returns(code, Refusal::code)
                .returns(exists, refusal -> refusal.facts().get("exists"));
    }

    private Appointment anAppointment() {
        var patient = walkIn(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, patient);
        var appointment = appointment(patient.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, appointment);
        return appointment;
    }

    private Version version(Appointment appointment) {
        return appointments.find(DR_OKAFOR, appointment.id()).orElseThrow().version();
    }
}
