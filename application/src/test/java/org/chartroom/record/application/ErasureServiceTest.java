package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.application.ReceiptFixtures.receipt;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.signature;

import java.util.Map;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.PatientDirectory;
import org.chartroom.patient.PatientEntry;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryChartRows;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.junit.jupiter.api.Test;

class ErasureServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final Erasure erasure = new ErasureService(
            new StoredPatients(patients), new InMemoryChartRows(patients, appointments, records, readings));

    @Test
    void whoIsDeletedIsGoneAndTheReceiptSaysWithWhat() {
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);

        var receipt = erasure.delete(DR_OKAFOR, patient.id(), seen, false);

        assertThat(receipt)
                .isEqualTo(receipt(
                        patient.id(), Map.of("patients", 1, "allergies", 3, "chronicConditions", 2, "rowVersions", 6)));
        assertThat(patients.find(DR_OKAFOR, patient.id())).isEmpty();
    }

    @Test
    void nobodyIsDeletedFromAStaleVersion() {
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);
        patients.replace(DR_OKAFOR, patient, seen);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> erasure.delete(DR_OKAFOR, patient.id(), seen, false))
                .returns("stale-version", Refusal::code);
        assertThat(patients.find(DR_OKAFOR, patient.id())).isPresent();
    }

    @Test
    void whoseRecordIsSignedIsDeletedOnlyWhenThatIsMeant() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        var patient = patient(DR_OKAFOR.id());
        var seen = patients.add(DR_OKAFOR, patient);
        var visit = appointment(patient.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);
        var record = medicalRecord(visit.id());
        records.add(DR_OKAFOR, record);
        records.sign(signature(record, DR_OKAFOR));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> erasure.delete(DR_OKAFOR, patient.id(), seen, false))
                .returns("record-signed", Refusal::code);
        assertThat(patients.find(DR_OKAFOR, patient.id())).isPresent();
        assertThat(erasure.delete(DR_OKAFOR, patient.id(), seen, true).signatures())
                .isEqualTo(1);
    }

    /** The patient feature, as this one sees it. */
    private record StoredPatients(InMemoryPatients patients) implements PatientDirectory {

        @Override
        public void lock(Actor by, PatientId id, Version seen) {
            patients.lockToRemove(by, id, seen);
        }

        @Override
        public void remove(Actor by, PatientId id) {
            patients.remove(by, id);
        }

        @Override
        public PatientEntry checked(Actor by, PatientEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AllergyEntry checked(Actor by, AllergyEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChronicConditionEntry checked(Actor by, ChronicConditionEntry entry) {
            throw new UnsupportedOperationException();
        }
    }
}
