package org.chartroom.studio.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.RecordDirectory.Usual;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.VitalSigns;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.out.InMemoryTableRows;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Filter.Comparison;
import org.junit.jupiter.api.Test;

class RowReviewServiceTest {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final RowReview review = new RowReviewService(
            new InMemoryTableRows(providers, patients, appointments, records, readings),
            (_, bornOn, on) ->
                    List.of(new Usual("heartRate", null, BigDecimal.valueOf(on.getYear() - bornOn.getYear()))),
            trail,
            Clock.fixed(Instant.parse("2031-01-01T12:00:00Z"), KATHMANDU));

    private final Patient maria = patient(DR_OKAFOR.id());
    private final Patient sam = walkIn(DR_OKAFOR.id());
    private final Appointment visit = appointment(maria.id(), DR_OKAFOR.id());
    private final VitalSigns signs = vitalSigns(visit.id());

    RowReviewServiceTest() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        patients.add(DR_OKAFOR, maria);
        patients.add(DR_OKAFOR, sam);
        appointments.add(DR_OKAFOR, visit);
        records.add(DR_OKAFOR, medicalRecord(visit.id()));
        readings.add(DR_OKAFOR, signs);
    }

    @Test
    void aPageSaysWhetherThereAreMoreBeforeAndBehind() {
        var first = review.page(DR_OKAFOR, TableQuery.of(ClinicTable.PATIENT, 1));
        var last = review.page(DR_OKAFOR, behind(first.rows().getFirst(), 1, false));
        var back = review.page(DR_OKAFOR, behind(last.rows().getFirst(), 1, true));

        assertThat(first.before()).isFalse();
        assertThat(first.after()).isTrue();
        assertThat(last.before()).isTrue();
        assertThat(last.after()).isFalse();
        assertThat(back.rows()).isEqualTo(first.rows());
        assertThat(back.before()).isFalse();
        assertThat(back.after()).isTrue();
    }

    @Test
    void aPageThatIsLookedAtBackwardIsInTheSameOrder() {
        patients.add(DR_OKAFOR, patient(DR_OKAFOR.id()));
        var all = review.page(DR_OKAFOR, TableQuery.of(ClinicTable.PATIENT, 3)).rows();

        var two = review.page(DR_OKAFOR, behind(all.getLast(), 2, true));
        var one = review.page(DR_OKAFOR, behind(all.getLast(), 1, true));

        assertThat(two.rows()).isEqualTo(all.subList(0, 2));
        assertThat(two.before()).isFalse();
        assertThat(one.rows()).containsExactly(all.get(1));
        assertThat(one.before()).isTrue();
        assertThat(one.after()).isTrue();
    }

    private static TableQuery behind(TableRow row, int limit, boolean backward) {
        return new TableQuery(
                ClinicTable.PATIENT, Set.of(), List.of(), ClinicTable.PATIENT.sorting(), limit, row.id(), backward);
    }

    @Test
    void aPageNamesWhomItsRowsPointTo() {
        var page = review.page(DR_OKAFOR, TableQuery.of(ClinicTable.APPOINTMENT, 10));

        assertThat(page.names()).containsOnlyKeys(row(maria.id()), row(DR_OKAFOR.id()));
    }

    @Test
    void aDayIsThatOfTheClinic() {
        var early = appointment(maria.id(), DR_OKAFOR.id(), Instant.parse("2029-06-30T20:00:00Z"));
        appointments.add(DR_OKAFOR, early);

        var found = review.page(DR_OKAFOR, on("2029-07-01"));

        assertThat(found.rows())
                .extracting(TableRow::id)
                .containsExactly(new RowId(early.id().value()));
        assertThat(found.query()).isEqualTo(on("2029-07-01"));
        assertThat(review.page(DR_OKAFOR, on("2029-06-30")).rows()).isEmpty();
    }

    private static TableQuery on(String day) {
        var date = ClinicTable.APPOINTMENT.column("appointment_date");
        return TableQuery.of(ClinicTable.APPOINTMENT, 10, new Filter(date, Comparison.EQUALS, day));
    }

    @Test
    void whoeverLooksAtAListOfManyLeavesATraceOfTheList() {
        appointments.add(DR_OKAFOR, appointment(sam.id(), DR_OKAFOR.id()));

        review.page(DR_OKAFOR, TableQuery.of(ClinicTable.PATIENT, 10));
        review.page(DR_OKAFOR, TableQuery.of(ClinicTable.APPOINTMENT, 10));

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.ofList(Reference.Kind.PATIENT_LIST),
                        AuditEvent.ofList(Reference.Kind.APPOINTMENT_LIST));
    }

    @Test
    void aListThatIsAboutOnePatientIsToldOfThatPatient() {
        review.page(DR_OKAFOR, TableQuery.of(ClinicTable.ALLERGY, 10));
        review.page(DR_OKAFOR, TableQuery.of(ClinicTable.APPOINTMENT, 10));

        assertThat(trail.events())
                .containsExactly(allergiesOf(maria.id()), listOf(Reference.Kind.APPOINTMENT_LIST, maria.id()));
    }

    @Test
    void aClinicalListIsToldOfEachPatientInIt() {
        var another = patient(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, another);

        review.page(DR_OKAFOR, TableQuery.of(ClinicTable.ALLERGY, 10));

        assertThat(trail.events()).containsExactlyInAnyOrder(allergiesOf(maria.id()), allergiesOf(another.id()));
    }

    @Test
    void thatThereIsNothingIsToldOfThePatientWhoWasAskedFor() {
        var none = walkIn(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, none);

        review.page(DR_OKAFOR, TableQuery.of(ClinicTable.ALLERGY, 10, of(none.id())));
        review.page(DR_LINDQVIST, TableQuery.of(ClinicTable.ALLERGY, 10, of(maria.id())));

        assertThat(trail.events())
                .containsExactly(allergiesOf(none.id()), AuditEvent.ofList(Reference.Kind.ALLERGY_LIST));
    }

    private static Filter of(PatientId patient) {
        return new Filter(ClinicTable.ALLERGY.column("patient_id"), Comparison.EQUALS, patient.toString());
    }

    private static AuditEvent allergiesOf(PatientId patient) {
        return listOf(Reference.Kind.ALLERGY_LIST, patient);
    }

    private static AuditEvent listOf(Reference.Kind kind, PatientId patient) {
        return new AuditEvent(Action.READ, new Reference(kind, null), patient.value());
    }

    @Test
    void aRowComesWithWhatPointsToItAndLeavesATrace() {
        var row = review.row(
                DR_OKAFOR, ClinicTable.APPOINTMENT, new RowId(visit.id().value()));

        assertThat(row.pointing())
                .extracting(pointing -> pointing.by().table(), pointing -> pointing.rows())
                .containsExactlyInAnyOrder(tuple(ClinicTable.MEDICAL_RECORD, 1L), tuple(ClinicTable.VITAL_SIGNS, 1L));
        assertThat(row.names()).containsKeys(row(maria.id()), row(DR_OKAFOR.id()));
        assertThat(trail.events())
                .containsExactly(AuditEvent.of(
                        Action.READ,
                        Reference.Kind.APPOINTMENT,
                        visit.id().value(),
                        maria.id().value()));
    }

    private static RowId row(PatientId patient) {
        return new RowId(patient.value());
    }

    private static RowId row(ProviderId provider) {
        return new RowId(provider.value());
    }

    @Test
    void aProvidersRowIsToldOfNoPatient() {
        review.row(DR_OKAFOR, ClinicTable.PROVIDER, row(DR_OKAFOR.id()));

        assertThat(trail.events())
                .containsExactly(AuditEvent.ofProvider(Action.READ, Reference.Kind.PROVIDER, DR_OKAFOR.id()));
    }

    @Test
    void aChartNamesThePatientsProviderAndThoseOfTheAppointments() {
        providers.add(providerWithId(DR_LINDQVIST.id()));
        appointments.add(DR_OKAFOR, appointment(maria.id(), DR_LINDQVIST.id()));

        assertThat(review.chart(DR_OKAFOR, maria.id()).names())
                .containsKeys(row(DR_OKAFOR.id()), row(DR_LINDQVIST.id()));
    }

    @Test
    void aChartHasEverythingAndWhatIsUsualAtTheAgeOfEachVisit() {
        var chart = review.chart(DR_OKAFOR, maria.id());

        assertThat(chart.of(ClinicTable.ALLERGY)).hasSize(maria.allergies().size());
        assertThat(chart.of(ClinicTable.PRESCRIPTION)).isNotEmpty();
        assertThat(chart.rows()).doesNotContainKeys(ClinicTable.PROVIDER, ClinicTable.PATIENT);
        var age = LocalDate.ofInstant(visit.details().at(), KATHMANDU).getYear()
                - maria.details().dateOfBirth().getYear();
        assertThat(chart.usual())
                .containsEntry(
                        new RowId(signs.id().value()), List.of(new Usual("heartRate", null, BigDecimal.valueOf(age))));
        assertThat(chart.today()).isEqualTo(LocalDate.of(2031, 1, 1));
        assertThat(trail.events())
                .containsExactly(AuditEvent.ofPatient(
                        Action.READ, Reference.Kind.CHART, maria.id().value()));
    }

    @Test
    void whatIsAnothersIsNotFoundAndLeavesNoTrace() {
        var id = row(maria.id());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.row(DR_LINDQVIST, ClinicTable.PATIENT, id))
                .returns("not-found", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.chart(DR_LINDQVIST, maria.id()))
                .returns("not-found", Refusal::code);
        assertThat(trail.events()).isEmpty();
    }
}
