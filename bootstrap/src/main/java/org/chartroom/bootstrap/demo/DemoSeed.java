package org.chartroom.bootstrap.demo;

import static java.util.Objects.requireNonNull;
import static org.chartroom.audit.Reference.Kind.APPOINTMENT;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.PATIENT;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.audit.Reference.Kind.WORKING_HOURS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.bootstrap.demo.DemoClinic.Chart;
import org.chartroom.bootstrap.demo.DemoClinic.Visit;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.PasswordHasher;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.MedicalRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the demo clinic into the database. */
@Component
public class DemoSeed {

    /** Dr. Demo's on the embedded database, told in the README; nobody can choose it for an account of their own. */
    public static final Password KNOWN_PASSWORD = new Password("chartroom-demo");

    private static final Actor DR_DEMO = Actor.onCommandLine(DemoClinic.PROVIDER);

    private final Providers providers;
    private final Patients patients;
    private final HoursOfWork hoursOfWork;
    private final Appointments appointments;
    private final MedicalRecords records;
    private final VitalSignsReadings readings;
    private final AuditTrail trail;
    private final PasswordHasher hasher;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** @param clock tells today; its zone is the clinic's */
    public DemoSeed(
            Providers providers,
            Patients patients,
            HoursOfWork hoursOfWork,
            Appointments appointments,
            MedicalRecords records,
            VitalSignsReadings readings,
            AuditTrail trail,
            PasswordHasher hasher,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.providers = providers;
        this.patients = patients;
        this.hoursOfWork = hoursOfWork;
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
        this.trail = trail;
        this.hasher = hasher;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether Dr. Demo is there and somebody can sign in as him. */
    public boolean isOpen() {
        return providers
                .find(DemoClinic.PROVIDER)
                .filter(drDemo -> !drDemo.value().passwordHash().equals(PasswordHash.NONE))
                .isPresent();
    }

    /**
     * Adds what is missing, all or nothing: the provider with the working hours, and each patient with everything below. A patient who is
     * there is left alone with everything below, since somebody may have worked on it.
     *
     * @param password for Dr. Demo, unless there is one already
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code already-exists} when another provider has the
     *     e-mail address of the demo's
     */
    public Report seed(Password password) {
        var hash = isOpen() ? null : hasher.hash(password);
        return requireNonNull(transaction.execute(_ -> seed(hash)));
    }

    private Report seed(@Nullable PasswordHash hash) {
        var clinic = DemoClinic.on(LocalDate.now(clock), clock.getZone());
        var noProvider = providers.find(DemoClinic.PROVIDER).isEmpty();
        if (noProvider) {
            providers.add(clinic.provider());
            tell(AccountEvent.Kind.ACCOUNT_ADDED);
        }
        if (hash != null) open(hash);
        if (noProvider) sayWhen(clinic.hours()); // as Dr. Demo, which no transaction does before what nobody does
        var missing = clinic.charts().stream()
                .filter(chart -> patients.find(DR_DEMO, chart.patient().id()).isEmpty())
                .toList();
        missing.forEach(chart -> add(chart, !noProvider));
        return Report.of(noProvider ? 1 : 0, missing, hash != null);
    }

    private void open(PasswordHash hash) {
        var drDemo = providers.find(DemoClinic.PROVIDER).orElseThrow();
        providers.replace(drDemo.value().withPasswordHash(hash), drDemo.version());
        tell(AccountEvent.Kind.PASSWORD_RESET);
    }

    private void sayWhen(WorkingHours hours) {
        hoursOfWork.replace(DR_DEMO, hours, hoursOfWork.get(DR_DEMO).version());
        trail.record(DR_DEMO, AuditEvent.ofProvider(Action.UPDATE, WORKING_HOURS, DemoClinic.PROVIDER));
    }

    private void tell(AccountEvent.Kind kind) {
        events.publishEvent(new AccountEvent(kind, DemoClinic.PROVIDER, Origin.COMMAND_LINE));
    }

    private void add(Chart chart, boolean inUse) {
        var patient = chart.patient().id().value();
        var created = new ArrayList<AuditEvent>();
        patients.add(DR_DEMO, chart.patient());
        created.add(created(PATIENT, patient, patient));
        for (var visit : chart.visits()) {
            appointments.add(DR_DEMO, inUse ? allowedToOverlap(visit.appointment()) : visit.appointment());
            created.add(created(APPOINTMENT, visit.appointment().id().value(), patient));
            if (visit.record() != null) {
                records.add(DR_DEMO, visit.record());
                created.add(created(MEDICAL_RECORD, visit.record().id().value(), patient));
            }
            if (visit.vitalSigns() != null) {
                readings.add(DR_DEMO, visit.vitalSigns());
                created.add(created(VITAL_SIGNS, visit.vitalSigns().id().value(), patient));
            }
        }
        trail.record(DR_DEMO, created.toArray(AuditEvent[]::new));
    }

    /** Where the clinic is in use its times may have been given to others. */
    private static Appointment allowedToOverlap(Appointment appointment) {
        if (!appointment.status().isActive()) return appointment;
        return new Appointment(
                appointment.id(),
                appointment.patient(),
                appointment.provider(),
                appointment.details(),
                appointment.status(),
                new Overbooking("Added to a demo clinic in use."));
    }

    private static AuditEvent created(Reference.Kind kind, UUID id, UUID patient) {
        return AuditEvent.of(Action.CREATE, kind, id, patient);
    }

    /**
     * How many of each kind were added; prints as a sentence.
     *
     * @param opened whether Dr. Demo was given a password
     */
    public record Report(
            int providers,
            int patients,
            int allergies,
            int chronicConditions,
            int appointments,
            int medicalRecords,
            int symptoms,
            int prescriptions,
            int vitalSigns,
            boolean opened) {

        static Report of(int providers, List<Chart> added, boolean opened) {
            var visits =
                    added.stream().flatMap(chart -> chart.visits().stream()).toList();
            var records =
                    visits.stream().map(Visit::record).filter(Objects::nonNull).toList();
            return new Report(
                    providers,
                    added.size(),
                    added.stream()
                            .mapToInt(chart -> chart.patient().allergies().size())
                            .sum(),
                    added.stream()
                            .mapToInt(
                                    chart -> chart.patient().chronicConditions().size())
                            .sum(),
                    visits.size(),
                    records.size(),
                    records.stream()
                            .map(MedicalRecord::symptoms)
                            .mapToInt(List::size)
                            .sum(),
                    records.stream()
                            .map(MedicalRecord::prescriptions)
                            .mapToInt(List::size)
                            .sum(),
                    (int) visits.stream()
                            .map(Visit::vitalSigns)
                            .filter(Objects::nonNull)
                            .count(),
                    opened);
        }

        public boolean isEmpty() {
            return providers == 0 && patients == 0;
        }

        @Override
        public String toString() {
            if (isEmpty())
                return "The demo clinic is already there; "
                        + (opened ? "Dr. Demo was given a password." : "nothing was changed.");
            var counts = new ArrayList<String>();
            count(counts, providers, "provider", "providers");
            count(counts, patients, "patient", "patients");
            count(counts, allergies, "allergy", "allergies");
            count(counts, chronicConditions, "chronic condition", "chronic conditions");
            count(counts, appointments, "appointment", "appointments");
            count(counts, medicalRecords, "medical record", "medical records");
            count(counts, symptoms, "symptom", "symptoms");
            count(counts, prescriptions, "prescription", "prescriptions");
            count(counts, vitalSigns, "set of vital signs", "sets of vital signs");
            var last = counts.removeLast();
            return "Added " + (counts.isEmpty() ? "" : String.join(", ", counts) + " and ") + last + ".";
        }

        private static void count(List<String> counts, int n, String one, String many) {
            if (n > 0) counts.add(n + " " + (n == 1 ? one : many));
        }
    }
}
