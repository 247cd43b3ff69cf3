package org.chartroom.bootstrap.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.bootstrap.demo.DemoClinic.Visit;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.Allergy;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicCondition;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.Charting;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.Symptom;
import org.chartroom.record.domain.VitalSigns;

/**
 * Puts the number of its patient on everything that goes into a chart. Once published, a number stays what it is: a
 * database that was seeded earlier is recognised by it.
 *
 * @param number of the patient, from 1
 */
record DemoFolder(int number) {

    Patient patient(
            PatientDetails details,
            List<AllergyDetails> allergies,
            List<ChronicConditionDetails> conditions,
            LocalDate today) {
        return Patient.register(id(), DemoClinic.PROVIDER, details, today)
                .withAllergies(numbered(allergies, (n, allergy) -> new Allergy(new AllergyId(uuid(0, 1, n)), allergy)))
                .withChronicConditions(numbered(
                        conditions,
                        (n, condition) -> new ChronicCondition(new ChronicConditionId(uuid(0, 2, n)), condition)));
    }

    /** An appointment that was booked and then went through {@code steps}; no visit was written up. */
    Visit booked(int visit, AppointmentDetails details, AppointmentStatus... steps) {
        var appointment =
                Appointment.book(new AppointmentId(uuid(visit, 3, 0)), id(), DemoClinic.PROVIDER, details, null);
        for (var step : steps) appointment = appointment.to(step);
        return new Visit(appointment, null, null);
    }

    /** An appointment that went the whole way, with what was written up. */
    Visit completed(int visit, AppointmentDetails details, Charting.Visit written) {
        var appointment = booked(
                        visit,
                        details,
                        AppointmentStatus.CHECKED_IN,
                        AppointmentStatus.IN_PROGRESS,
                        AppointmentStatus.COMPLETED)
                .appointment();
        var record = new MedicalRecord(
                new MedicalRecordId(uuid(visit, 4, 0)),
                appointment.id(),
                written.note(),
                written.scribe(),
                numbered(written.symptoms(), (n, symptom) -> new Symptom(new SymptomId(uuid(visit, 6, n)), symptom)),
                numbered(
                        written.prescriptions(),
                        (n, prescription) -> new Prescription(new PrescriptionId(uuid(visit, 7, n)), prescription)));
        var vitalSigns = written.vitalSigns() == null
                ? null
                : new VitalSigns(new VitalSignsId(uuid(visit, 5, 0)), appointment.id(), written.vitalSigns());
        return new Visit(appointment, record, vitalSigns);
    }

    /**
     * The id of one thing of the demo clinic, a UUID of version 8 (RFC 9562: of our own making). Not a hash of a key:
     * what is stored in one transaction is read back in the order of its ids, and only numbers keep that of a chart.
     *
     * @param kind of thing, so that no two things share an id
     */
    static UUID uuid(int patient, int visit, int kind, int n) {
        return new UUID(0x8000L, 0x8000_DE30_0000_0000L | (long) patient << 24 | visit << 16 | kind << 8 | n);
    }

    private UUID uuid(int visit, int kind, int n) {
        return uuid(number, visit, kind, n);
    }

    private PatientId id() {
        return new PatientId(uuid(0, 0, 0));
    }

    private static <S, T> List<T> numbered(List<S> entries, BiFunction<Integer, S, T> entry) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entry.apply(i + 1, entries.get(i)))
                .toList();
    }
}
