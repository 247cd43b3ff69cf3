package org.chartroom.record.application.out;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.application.ReceiptFixtures.receipt;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.proposal;
import static org.chartroom.record.domain.RecordFixtures.proposed;
import static org.chartroom.record.domain.RecordFixtures.signature;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.util.List;
import java.util.Map;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ChartRows} must count; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class ChartRowsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract VitalSignsReadings readings();

    protected abstract Signatures signatures();

    protected abstract Addenda addenda();

    protected abstract Proposals proposals();

    protected abstract ChartRows rows();

    @Test
    void aWalkInIsAllThereIs() {
        var okafor = aProvider();
        var walkIn = registered(okafor, walkIn(okafor.id()));

        assertThat(rows().lock(okafor, walkIn)).isEqualTo(receipt(walkIn, Map.of("patients", 1, "rowVersions", 1)));
    }

    @Test
    void everythingThatIsKnownIsCountedOnce() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var known = patient(okafor.id());
        var patient = registered(okafor, known);
        var first = booked(okafor, patient, okafor);
        var second = booked(okafor, patient, lindqvist);
        booked(okafor, patient, lindqvist);
        var written = medicalRecord(first);
        records().add(okafor, written);
        records().add(okafor, bareRecord(second));
        readings().add(okafor, vitalSigns(first));
        proposals()
                .add(okafor, written.id(), List.of(proposal(written, proposed().getFirst(), okafor)));
        signatures().add(okafor, signature(written, okafor));
        addenda().add(okafor, addendum(written.id(), 1, okafor));
        addenda().add(okafor, addendum(written.id(), 2, okafor));

        assertThat(rows().lock(okafor, patient))
                .isEqualTo(receipt(
                        patient,
                        Map.ofEntries(
                                entry("patients", 1),
                                entry("allergies", known.allergies().size()),
                                entry(
                                        "chronicConditions",
                                        known.chronicConditions().size()),
                                entry("appointments", 3),
                                entry("medicalRecords", 2),
                                entry("symptoms", written.symptoms().size()),
                                entry("prescriptions", written.prescriptions().size()),
                                entry("vitalSigns", 1),
                                entry("signatures", 1),
                                entry("addenda", 2),
                                entry("proposals", 1),
                                entry(
                                        "rowVersions",
                                        7
                                                + known.allergies().size()
                                                + known.chronicConditions().size()
                                                + written.symptoms().size()
                                                + written.prescriptions().size()))));
    }

    @Test
    void whatIsAnotherPatientsIsNotCounted() {
        var okafor = aProvider();
        var patient = registered(okafor, walkIn(okafor.id()));
        var other = registered(okafor, patient(okafor.id()));
        var visit = booked(okafor, other, okafor);
        records().add(okafor, medicalRecord(visit));
        readings().add(okafor, vitalSigns(visit));

        assertThat(rows().lock(okafor, patient)).isEqualTo(receipt(patient, Map.of("patients", 1, "rowVersions", 1)));
    }

    @Test
    void nothingIsCountedOfAPatientWhoIsNotTheActors() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var stranger = aProvider();
        var patient = registered(okafor, patient(okafor.id()));
        records().add(okafor, medicalRecord(booked(okafor, patient, lindqvist)));

        for (var other : new Actor[] {lindqvist, stranger})
            assertThat(rows().lock(other, patient)).isEqualTo(receipt(patient, Map.of()));
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private PatientId registered(Actor by, Patient patient) {
        patients().add(by, patient);
        return patient.id();
    }

    private AppointmentId booked(Actor by, PatientId patient, Actor with) {
        var appointment = appointment(patient, with.id());
        appointments().add(by, appointment);
        return appointment.id();
    }
}
