package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.aTime;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Violation;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.PatientDirectory;
import org.chartroom.patient.PatientEntry;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.ChartImport.Line;
import org.chartroom.record.application.ChartImport.WrittenChart;
import org.chartroom.record.application.ChartImport.WrittenVisit;
import org.chartroom.record.application.out.InMemoryImportedCharts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.RecordFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartImportServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final ChartImport charts = new ChartImportService(
            new Checks(),
            appointments,
            new InMemoryImportedCharts(providers, patients, appointments, records, readings),
            trail,
            TimeOrderedIds::nextId);

    @BeforeEach
    void twoProvidersWorkHere() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
    }

    @Test
    void aChartIsTakenOverAndTheTrailTellsIt() {
        var ada = patientId();

        assertThat(charts.take(DR_OKAFOR, Stream.of(line(1, chart(ada, visit("completed"))))))
                .isEqualTo(new ImportReceipt(1, 0));

        var visit = appointments.of(ada).findAny().orElseThrow();
        assertThat(visit.providerId()).isEqualTo(DR_OKAFOR.id());
        assertThat(readings.of(visit.id())).isPresent();
        assertThat(records.of(visit.id())).isPresent();
        assertThat(trail.events())
                .containsExactly(AuditEvent.ofPatient(Action.CREATE, Reference.Kind.CHART, ada.value()));
    }

    @Test
    void anAppointmentThatWasOnlyBookedIsTakenOverAsThat() {
        var ada = patientId();

        charts.take(DR_OKAFOR, Stream.of(line(1, chart(ada, booking(aTime())))));

        var booked = appointments.of(ada).findAny().orElseThrow();
        assertThat(readings.of(booked.id())).isEmpty();
        assertThat(records.of(booked.id())).isEmpty();
    }

    @Test
    void whoIsKnownAlreadyStaysAsIsAndIsCounted() {
        var ada = patientId();
        charts.take(DR_OKAFOR, Stream.of(line(1, chart(ada))));

        assertThat(charts.take(
                        DR_OKAFOR, Stream.of(line(1, chart(ada, visit("completed"))), line(2, chart(patientId())))))
                .isEqualTo(new ImportReceipt(1, 1));

        assertThat(appointments.of(ada)).isEmpty();
        assertThat(trail.events()).hasSize(2);
    }

    @Test
    void whatIsWrongIsToldByLineAndNothingIsTakenOver() {
        var ada = patientId();
        var nameless = new WrittenChart(
                patient(ada, "", "x"),
                List.of(new AllergyEntry("Latex", "bad", null)),
                List.of(new ChronicConditionEntry("", null, null)),
                List.of(visit("scheduled")));

        assertThat(wrong(() -> charts.take(
                        DR_OKAFOR,
                        Stream.of(
                                line(1, chart(patientId())),
                                line(4, nameless),
                                new Line(9, null, List.of(new Violation("", "malformed", "x")))))))
                .containsExactly(
                        "lines[4].patient.firstName blank",
                        "lines[4].patient.sex malformed",
                        "lines[4].allergies[0].severity malformed",
                        "lines[4].chronicConditions[0].condition blank",
                        "lines[4].appointments[0].status wrong",
                        "lines[9] malformed");
        assertThat(patients.all()).isEmpty();
        assertThat(trail.events()).isEmpty();
    }

    @Test
    void whatStandsInTheWayIsToldByLine() {
        var theirs = patientId();
        charts.take(DR_LINDQVIST, Stream.of(line(1, chart(theirs))));
        var ada = patientId();
        var at = aTime();

        assertThat(wrong(() -> charts.take(
                        DR_OKAFOR,
                        Stream.of(
                                line(1, chart(ada, booking(at))),
                                line(2, chart(theirs)),
                                line(3, chart(ada)),
                                line(4, chart(patientId(), booking(aTime()), booking(at))),
                                line(5, chart(patientId(), booking(aTime(), providerId())))))))
                .containsExactly(
                        "lines[2].patient.id mismatch",
                        "lines[3].patient.id repeated",
                        "lines[4].appointments[1].appointmentDate overlapping",
                        "lines[5].appointments[0].providerId unknown");
    }

    @Test
    void anImportHasALine() {
        assertThat(wrong(() -> charts.take(DR_OKAFOR, Stream.of()))).containsExactly("lines required");
    }

    @Test
    void anImportHasAtMostAHundredThousandLines() {
        var unreadable = List.of(new Violation("", "malformed", "x"));
        var read = new ArrayList<Integer>();

        assertThat(wrong(() -> charts.take(
                        DR_OKAFOR,
                        IntStream.rangeClosed(1, 200_000)
                                .peek(read::add)
                                .mapToObj(number -> new Line(number, null, unreadable)))))
                .containsExactly("lines too-many");
        assertThat(read).hasSize(100_001);
    }

    @Test
    void aThousandAreToldOfAllThatIsWrong() {
        var unreadable = List.of(new Violation("", "malformed", "x"));

        assertThat(wrong(() -> charts.take(
                        DR_OKAFOR,
                        IntStream.rangeClosed(1, 1_001).mapToObj(number -> new Line(number, null, unreadable)))))
                .hasSize(1_000);
    }

    private static Line line(int number, WrittenChart chart) {
        return new Line(number, chart, List.of());
    }

    private static WrittenChart chart(PatientId id, WrittenVisit... visits) {
        return new WrittenChart(patient(id, "Ada", "female"), List.of(), List.of(), List.of(visits));
    }

    private static PatientEntry patient(PatientId id, String firstName, String sex) {
        return new PatientEntry(
                id,
                firstName,
                "Okafor",
                LocalDate.of(1980, 2, 29),
                sex,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static WrittenVisit visit(String status) {
        return new WrittenVisit(
                new AppointmentEntry(null, aTime(), "sick_visit", status, null, null, null, null),
                RecordFixtures.measurements(),
                true,
                RecordFixtures.content());
    }

    private static WrittenVisit booking(Instant at) {
        return booking(at, null);
    }

    private static WrittenVisit booking(Instant at, @Nullable ProviderId with) {
        return new WrittenVisit(
                new AppointmentEntry(with, at, "sick_visit", "scheduled", null, null, null, null), null, false, null);
    }

    private static List<String> wrong(ThrowingCallable work) {
        var refused = catchThrowableOfType(InvalidInput.class, work);
        return refused.violations().stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }

    /** The patient feature, as this one sees it. */
    private static final class Checks implements PatientDirectory {

        @Override
        public void lock(Actor by, PatientId id, Version seen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Actor by, PatientId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PatientEntry checked(Actor by, PatientEntry entry) {
            return PatientDetails.of(entry).entry(entry.id());
        }

        @Override
        public AllergyEntry checked(Actor by, AllergyEntry entry) {
            return AllergyDetails.of(entry).entry();
        }

        @Override
        public ChronicConditionEntry checked(Actor by, ChronicConditionEntry entry) {
            return ChronicConditionDetails.of(entry).entry();
        }
    }
}
