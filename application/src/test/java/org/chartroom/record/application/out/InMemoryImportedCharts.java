package org.chartroom.record.application.out;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Allergy;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicCondition;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.domain.ImportedChart;
import org.chartroom.record.domain.ImportedVisit;

public final class InMemoryImportedCharts implements ImportedCharts {

    private final List<ImportedChart> aside = new ArrayList<>();
    private final InMemoryProviders providers;
    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;
    private final InMemoryVitalSignsReadings readings;

    public InMemoryImportedCharts(
            InMemoryProviders providers,
            InMemoryPatients patients,
            InMemoryAppointments appointments,
            InMemoryMedicalRecords records,
            InMemoryVitalSignsReadings readings) {
        this.providers = providers;
        this.patients = patients;
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
    }

    @Override
    public List<Obstacle> prepare(Actor by, Stream<ImportedChart> charts) {
        aside.clear();
        var obstacles = new ArrayList<Obstacle>();
        var met = new HashSet<PatientId>();
        charts.forEach(chart -> {
            var known = patients.all()
                    .filter(patient -> patient.id().equals(chart.patient().id()))
                    .findAny();
            if (!met.add(chart.patient().id()))
                obstacles.add(new Obstacle(chart.line(), null, Reason.REPEATED_PATIENT));
            else if (known.isEmpty()) aside.add(chart);
            else if (!isOf(by, known.get())) obstacles.add(new Obstacle(chart.line(), null, Reason.ANOTHERS_PATIENT));
        });
        var earlier = new ArrayList<Placed>();
        for (var placed : byTime()) {
            if (providers.find(placed.provider()).isEmpty()) obstacles.add(placed.obstacle(Reason.UNKNOWN_PROVIDER));
            if (!placed.isActive()) continue;
            if (placed.visit.appointment().overlapReason() == null
                    && (earlier.stream().anyMatch(placed::overlaps)
                            || appointments.heldBy(placed.provider()).anyMatch(placed::overlaps)))
                obstacles.add(placed.obstacle(Reason.OVERLAPPING));
            earlier.add(placed);
        }
        obstacles.sort(comparingInt(Obstacle::line));
        return obstacles;
    }

    @Override
    public List<PatientId> add(Actor by) {
        for (var chart : aside)
            patients.add(
                    by,
                    new Patient(
                            chart.patient().id(),
                            by.id(),
                            PatientDetails.of(chart.patient()),
                            chart.allergies().stream()
                                    .map(allergy -> new Allergy(allergy.id(), AllergyDetails.of(allergy.entry())))
                                    .toList(),
                            chart.chronicConditions().stream()
                                    .map(condition -> new ChronicCondition(
                                            condition.id(), ChronicConditionDetails.of(condition.entry())))
                                    .toList()));
        for (var placed : byTime()) {
            appointments.add(by, appointment(placed));
            if (placed.visit.vitalSigns() != null) readings.add(by, placed.visit.vitalSigns());
            if (placed.visit.record() != null) records.add(by, placed.visit.record());
        }
        return aside.stream().map(chart -> chart.patient().id()).toList();
    }

    private static boolean isOf(Actor by, PatientView patient) {
        return InMemoryPatients.isOf(by, patient);
    }

    private List<Placed> byTime() {
        return aside.stream()
                .flatMap(chart -> IntStream.range(0, chart.visits().size())
                        .mapToObj(i -> new Placed(chart, i, chart.visits().get(i))))
                .sorted(comparing(Placed::begins))
                .toList();
    }

    private static Appointment appointment(Placed placed) {
        var entry = placed.visit.appointment();
        return new Appointment(
                placed.visit.id(),
                placed.chart.patient().id(),
                placed.provider(),
                new AppointmentDetails(entry.appointmentDate(), type(entry), entry.reason(), entry.notes()),
                status(entry),
                entry.overlapReason() == null ? null : new Overbooking(entry.overlapReason()));
    }

    private static AppointmentType type(AppointmentEntry entry) {
        return Stream.of(AppointmentType.values())
                .filter(type -> type.toString().equals(entry.appointmentType()))
                .findAny()
                .orElseThrow();
    }

    private static AppointmentStatus status(AppointmentEntry entry) {
        return Stream.of(AppointmentStatus.values())
                .filter(status -> status.toString().equals(entry.status()))
                .findAny()
                .orElseThrow();
    }

    /** A visit, and where it stands. */
    private record Placed(ImportedChart chart, int place, ImportedVisit visit) {

        Obstacle obstacle(Reason reason) {
            return new Obstacle(chart.line(), place, reason);
        }

        ProviderId provider() {
            return requireNonNull(visit.appointment().providerId());
        }

        Instant begins() {
            return visit.appointment().appointmentDate();
        }

        Instant ends() {
            return begins().plus(InMemoryAppointments.length(type(visit.appointment())));
        }

        boolean isActive() {
            return status(visit.appointment()).isActive();
        }

        boolean overlaps(Placed other) {
            return provider().equals(other.provider())
                    && begins().isBefore(other.ends())
                    && other.begins().isBefore(ends());
        }

        boolean overlaps(AppointmentView booked) {
            return booked.status().isActive()
                    && begins().isBefore(booked.appointmentDate()
                            .plus(InMemoryAppointments.length(booked.appointmentType())))
                    && booked.appointmentDate().isBefore(ends());
        }
    }
}
