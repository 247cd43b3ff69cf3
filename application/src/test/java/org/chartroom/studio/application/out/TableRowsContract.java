package org.chartroom.studio.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.patient.domain.PatientFixtures.MANY_SCRIPTS;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientNamed;
import static org.chartroom.record.domain.RecordFixtures.SIGNED_AT;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.decided;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.proposal;
import static org.chartroom.record.domain.RecordFixtures.proposed;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.signature;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.AiScribe;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.ProvenanceView;
import org.chartroom.studio.application.SignedView;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Filter.Comparison;
import org.chartroom.studio.domain.Sorting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link TableRows} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not be
 * empty; each call is a transaction of its own.
 */
public abstract class TableRowsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract VitalSignsReadings readings();

    protected abstract Signatures signatures();

    protected abstract Addenda addenda();

    protected abstract Proposals proposals();

    protected abstract TableRows rows();

    @ParameterizedTest
    @EnumSource
    void aRowIsFoundWithEverythingThatIsRequired(ClinicTable table) {
        var clinic = new Clinic();

        var row = clinic.only(table);

        assertThat(row.cell("id")).isEqualTo(row.id().toString());
        for (var column : table.columns())
            if (column.required())
                assertThat(row.cell(column.name())).as(column.name()).isNotNull();
        assertThat(row.patient()).isEqualTo(table == ClinicTable.PROVIDER ? null : clinic.patient.id());
        assertThat(rows().find(clinic.okafor, table, row.id())).contains(row);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROVIDER")
    void aStrangerFindsNothingAndAColleagueWhoTreatsThePatientDoes(ClinicTable table) {
        var clinic = new Clinic();
        var row = clinic.only(table);
        var stranger = aProvider();

        assertThat(rows().find(stranger, table, row.id())).isEmpty();
        assertThat(rows().findPage(stranger, TableQuery.of(table, 10))).contains(List.of());
        assertThat(rows().findAbout(stranger, table, clinic.patient.id())).isEmpty();
        assertThat(rows().tally(stranger, table).rows()).isZero();
        appointments().add(clinic.okafor, appointment(clinic.patient.id(), stranger.id()));
        assertThat(rows().find(stranger, table, row.id())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROVIDER")
    void whatIsAboutAPatientIsFoundWholeAndCounted(ClinicTable table) {
        var clinic = new Clinic();

        var about = rows().findAbout(clinic.okafor, table, clinic.patient.id());

        assertThat(about)
                .hasSizeGreaterThanOrEqualTo(1)
                .allMatch(row -> clinic.patient.id().equals(row.patient()));
        assertThat(rows().tally(clinic.okafor, table).rows()).isEqualTo(about.size());
        for (var pointer : table.pointers())
            assertThat(rows().count(clinic.okafor, pointer, about.getFirst().id()))
                    .as(pointer.toString())
                    .isEqualTo(pointed(clinic, pointer, about.getFirst().id()));
    }

    @Test
    void whatIsSignedOfAPatientsRecordsIsFoundInOrder() {
        var clinic = new Clinic();
        var signature = signature(clinic.record, clinic.okafor);
        var colleague = aProvider();
        appointments().add(clinic.okafor, appointment(clinic.patient.id(), colleague.id()));
        signatures().add(clinic.okafor, signature);
        var added =
                List.of(addendum(clinic.record.id(), 1, clinic.okafor), addendum(clinic.record.id(), 2, clinic.okafor));
        added.forEach(addendum -> addenda().add(clinic.okafor, addendum));

        var signed = rows().findSigned(colleague, clinic.patient.id());

        var record = new RowId(clinic.record.id().value());
        assertThat(signed)
                .containsExactly(
                        new SignedView(record, SignedView.Kind.AUTHOR, signature.signer(), signature.signedAt(), null),
                        shown(record, added.get(0)),
                        shown(record, added.get(1)));
        assertThat(rows().findSigned(aProvider(), clinic.patient.id())).isEmpty();
    }

    @Test
    void whereFactsComeFromIsFoundInOrder() {
        var clinic = new Clinic();
        var sent = proposed().stream()
                .map(each -> proposal(clinic.record, each, clinic.okafor))
                .toList();
        proposals().add(clinic.okafor, clinic.record.id(), sent);
        var symptom = decided(sent.get(0), Verdict.EDITED, clinic.okafor);
        proposals().decide(clinic.okafor, symptom);
        proposals().decide(clinic.okafor, decided(sent.get(1), Verdict.REJECTED, clinic.okafor));
        var section = decided(sent.get(3), Verdict.ACCEPTED, clinic.okafor);
        proposals().decide(clinic.okafor, section);

        var provenance = rows().findProvenance(clinic.okafor, clinic.patient.id());

        var record = new RowId(clinic.record.id().value());
        assertThat(provenance).hasSize(2).allMatch(each -> each.record().equals(record));
        assertThat(provenance)
                .extracting(ProvenanceView::fact, ProvenanceView::part, ProvenanceView::edited)
                .containsExactlyInAnyOrder(tuple(new RowId(symptom.fact()), null, true), tuple(null, "plan", false));
        assertThat(provenance)
                .allMatch(each -> each.engine().equals("Scribe 2026.1"))
                .allMatch(each -> each.quotes().equals(List.of("This cough, doctor. It won’t go away.")))
                .allMatch(each -> each.decidedAt().equals(SIGNED_AT.plusSeconds(60)));
        assertThat(rows().findProvenance(aProvider(), clinic.patient.id())).isEmpty();
    }

    private static SignedView shown(RowId record, Addendum addendum) {
        return new SignedView(
                record, SignedView.Kind.ADDENDUM, addendum.signer(), addendum.signedAt(), addendum.text());
    }

    private long pointed(Clinic clinic, ClinicTable.Pointer pointer, RowId to) {
        return rows().findAbout(clinic.okafor, pointer.table(), clinic.patient.id()).stream()
                .filter(row -> to.toString().equals(row.cell(pointer.column().name())))
                .count();
    }

    @Test
    void colleaguesSeeOfEachOtherWhatColleaguesKnow() {
        var okafor = aProvider();
        var lindqvist = aProvider();

        var own = rows().find(
                        okafor, ClinicTable.PROVIDER, new RowId(okafor.id().value()))
                .orElseThrow();
        var other = rows().find(
                        okafor, ClinicTable.PROVIDER, new RowId(lindqvist.id().value()))
                .orElseThrow();

        assertThat(own.cell("email")).isNotNull();
        assertThat(other.cells()).containsOnlyKeys("id", "first_name", "last_name", "specialty");
        assertThat(own.cells()).doesNotContainKey("password_hash");
    }

    @Test
    void whatIsNotToBeSeenCannotBeFoundOutByFiltering() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var theirs = rows().find(
                        lindqvist,
                        ClinicTable.PROVIDER,
                        new RowId(lindqvist.id().value()))
                .orElseThrow()
                .cell("email");

        var page = rows().findPage(
                        okafor,
                        TableQuery.of(
                                ClinicTable.PROVIDER, 10, is(ClinicTable.PROVIDER, "email", String.valueOf(theirs))));

        assertThat(page).contains(List.of());
    }

    @Test
    void patientsComeByNamePageByPageForwardAndBackward() {
        var okafor = aProvider();
        var third = registered(okafor, patientNamed(okafor.id(), "Okafor", "Bo"));
        var first = registered(okafor, patientNamed(okafor.id(), "Adams", "Zoe"));
        var second = registered(okafor, patientNamed(okafor.id(), "Okafor", "Ada"));

        var page = page(okafor, null, false, 2);
        var rest = page(okafor, second, false, 2);
        var back = page(okafor, third, true, 1);

        assertThat(page).containsExactly(first, second, third);
        assertThat(rest).containsExactly(third);
        assertThat(back).containsExactly(second, first);
    }

    private List<PatientId> page(Actor by, @Nullable PatientId from, boolean backward, int limit) {
        return rows()
                .findPage(
                        by,
                        new TableQuery(
                                ClinicTable.PATIENT,
                                Set.of(),
                                List.of(),
                                ClinicTable.PATIENT.sorting(),
                                limit,
                                from == null ? null : new RowId(from.value()),
                                backward))
                .orElseThrow()
                .stream()
                .map(row -> new PatientId(row.id().value()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROVIDER")
    void everyRowIsMetOnceWhicheverWayItIsSorted(ClinicTable table) {
        var clinic = new Clinic();
        var another = registered(clinic.okafor, patientNamed(clinic.okafor.id(), "Zimmer", "Ada"));
        appointments().add(clinic.okafor, appointment(another, clinic.okafor.id()));
        var expected = new HashSet<>(
                ids(rows().findPage(clinic.okafor, TableQuery.of(table, 100)).orElseThrow()));

        for (var column : table.columns())
            if (column.isSortable())
                assertThat(walkedUp(clinic.okafor, table, column))
                        .as(column.name())
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The rows by that column; whichever way they are walked they are in that order, or in its reverse. */
    private List<RowId> walkedUp(Actor by, ClinicTable table, Column column) {
        var up = walked(by, table, new Sorting(column, false), false);
        assertThat(walked(by, table, new Sorting(column, true), false)).isEqualTo(up.reversed());
        assertThat(walked(by, table, new Sorting(column, false), true)).isEqualTo(up.reversed());
        assertThat(walked(by, table, new Sorting(column, true), true)).isEqualTo(up);
        return up;
    }

    @Test
    void rowsComeInTheOrderOfWhatTheyAreSortedByAndThoseWithoutItLast() {
        var clinic = new Clinic();
        var without = List.of(
                registered(clinic.okafor, patientNamed(clinic.okafor.id(), "Adams", "Zoe")),
                registered(clinic.okafor, patientNamed(clinic.okafor.id(), "Adams", "Bo")));
        var phone = ClinicTable.PATIENT.column("phone");
        var walked = walkedUp(clinic.okafor, ClinicTable.PATIENT, phone);

        assertThat(walked.getFirst().value()).isEqualTo(clinic.patient.id().value());
        assertThat(walked.subList(1, 3)).extracting(RowId::toString).isSorted();
        assertThat(walked.subList(1, 3))
                .extracting(RowId::value)
                .containsExactlyInAnyOrderElementsOf(
                        without.stream().map(PatientId::value).toList());
    }

    @Test
    void appointmentsComeByTimeAndByStatusInTheOrderOfTheWorkflow() {
        var okafor = aProvider();
        var patient = registered(okafor, patientNamed(okafor.id(), "Adams", "Zoe"));
        var byTime = Stream.of(AppointmentStatus.values())
                .map(status -> in(status, patient, okafor.id()))
                .toList();
        byTime.forEach(visit -> appointments().add(okafor, visit));

        for (var column : List.of("appointment_date", "status"))
            assertThat(walkedUp(okafor, ClinicTable.APPOINTMENT, ClinicTable.APPOINTMENT.column(column)))
                    .as(column)
                    .extracting(RowId::value)
                    .containsExactlyElementsOf(
                            byTime.stream().map(visit -> visit.id().value()).toList());
    }

    private List<RowId> walked(Actor by, ClinicTable table, Sorting sorting, boolean backward) {
        var met = new ArrayList<RowId>();
        List<TableRow> page;
        do {
            var from = met.isEmpty() ? null : met.getLast();
            page = rows().findPage(by, new TableQuery(table, Set.of(), List.of(), sorting, 1, from, backward))
                    .orElseThrow();
            if (!page.isEmpty()) met.add(page.getFirst().id());
        } while (page.size() > 1);
        return met;
    }

    @ParameterizedTest
    @EnumSource
    void everyFilterThatFitsIsUnderstoodAndFindsItsRow(ClinicTable table) {
        var clinic = new Clinic();
        var row = clinic.only(table);

        for (var column : table.columns())
            for (var comparison : Comparison.values()) {
                if (!comparison.fits(column)) continue;
                var value = row.cell(column.name());
                var filter = new Filter(column, comparison, value == null ? some(column) : typed(value));
                var found = ids(rows().findPage(clinic.okafor, TableQuery.of(table, 200, filter))
                                .orElseThrow())
                        .contains(row.id());
                assertThat(found).as(column.name() + " " + comparison).isEqualTo(expected(comparison, value));
            }
    }

    /** What a person could type: not all of a long text. */
    private static String typed(String value) {
        return value.codePoints()
                .limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean expected(Comparison comparison, @Nullable String value) {
        return switch (comparison) {
            case EQUALS, STARTS_WITH -> value != null;
            case IS_EMPTY -> value == null;
            case BEFORE, AFTER -> false;
        };
    }

    private static String some(Column column) {
        return switch (column.kind()) {
            case ID -> UUID.randomUUID().toString();
            case LABEL -> column.labels().getFirst();
            case WHOLE, DECIMAL -> "1";
            case DATE -> "2020-01-01";
            case INSTANT -> "2020-01-01T00:00:00Z";
            case FLAG -> "true";
            case TEXT, LONG_TEXT -> "some";
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PATIENT,      date_of_birth,    BEFORE,      2199-01-01,           true
            PATIENT,      date_of_birth,    AFTER,       2199-01-01,           false
            PATIENT,      date_of_birth,    AFTER,       1799-01-01,           true
            APPOINTMENT,  appointment_date, BEFORE,      2199-01-01T00:00:00Z, true
            APPOINTMENT,  appointment_date, AFTER,       2199-01-01T00:00:00Z, false
            APPOINTMENT,  appointment_date, AFTER,       1999-01-01T00:00:00Z, true
            VITAL_SIGNS,  heart_rate,       AFTER,       100,                  false
            VITAL_SIGNS,  heart_rate,       AFTER,       9,                    true
            VITAL_SIGNS,  heart_rate,       BEFORE,      100,                  true
            VITAL_SIGNS,  temperature,      AFTER,       9,                    true
            VITAL_SIGNS,  temperature,      BEFORE,      100.5,                true
            VITAL_SIGNS,  temperature,      EQUALS,      38.400,               true
            MEDICAL_RECORD, chief_complaint, STARTS_WITH, coUGH AND,           true
            MEDICAL_RECORD, chief_complaint, STARTS_WITH, %,                   false
            MEDICAL_RECORD, chief_complaint, STARTS_WITH, ______,              false
            MEDICAL_RECORD, chief_complaint, STARTS_WITH, fever,               false
            """)
    void whatIsLookedForIsComparedAsWhatItIs(
            ClinicTable table, String column, Comparison comparison, String value, boolean found) {
        var clinic = new Clinic();

        var page = rows().findPage(
                        clinic.okafor, TableQuery.of(table, 10, new Filter(table.column(column), comparison, value)));

        assertThat(page.orElseThrow()).hasSize(found ? 1 : 0);
    }

    @Test
    void amongManyRowsALongTextIsCutBetweenCharactersAndAHiddenColumnIsLeftOut() {
        var clinic = new Clinic();
        var visit = appointment(clinic.patient.id(), clinic.okafor.id());
        appointments().add(clinic.okafor, visit);
        var written = new MedicalRecord(
                recordId(),
                visit.id(),
                new SoapNote("🫀".repeat(400), "", "", "", "Rest"),
                AiScribe.NONE,
                List.of(),
                List.of());
        records().add(clinic.okafor, written);

        var listed = rows().findPage(
                        clinic.okafor,
                        new TableQuery(
                                ClinicTable.MEDICAL_RECORD,
                                Set.of("plan"),
                                List.of(is(
                                        ClinicTable.MEDICAL_RECORD,
                                        "id",
                                        written.id().toString())),
                                ClinicTable.MEDICAL_RECORD.sorting(),
                                10,
                                null,
                                false))
                .orElseThrow()
                .getFirst();

        assertThat(listed.cell("plan")).isNull();
        assertThat(listed.cell("chief_complaint")).isEqualTo("🫀".repeat(TableRow.BEGINNING));
        assertThat(rows().find(clinic.okafor, ClinicTable.MEDICAL_RECORD, listed.id())
                        .orElseThrow()
                        .cell("chief_complaint"))
                .isEqualTo("🫀".repeat(400));
    }

    @Test
    void ofATranscriptAChartSaysThatItIsThere() {
        var clinic = new Clinic();

        assertThat(rows().findAbout(clinic.okafor, ClinicTable.MEDICAL_RECORD, clinic.patient.id())
                        .getFirst())
                .satisfies(row -> assertThat(row.cell("ai_transcript")).isEqualTo("["))
                .satisfies(row -> assertThat(row.cell("ai_summary"))
                        .isEqualTo(clinic.record.scribe().aiSummary()));
    }

    @Test
    void whoeverIsPointedToHasAName() {
        var okafor = aProvider();
        var patient = registered(okafor, patientNamed(okafor.id(), "Ørsted", "Ada"));
        var stranger = aProvider();

        var ids = List.of(new RowId(patient.value()));

        assertThat(rows().names(okafor, ClinicTable.PATIENT, ids)).containsValue("Ørsted, Ada");
        assertThat(rows().names(stranger, ClinicTable.PATIENT, ids)).isEmpty();
        assertThat(rows().names(
                                okafor,
                                ClinicTable.PROVIDER,
                                List.of(new RowId(stranger.id().value()))))
                .hasSize(1);
        assertThat(rows().names(okafor, ClinicTable.PATIENT, List.of())).isEmpty();
    }

    @Test
    void aPageBehindWhatTheActorDoesNotSeeIsNone() {
        var query = new TableQuery(
                ClinicTable.PATIENT,
                Set.of(),
                List.of(),
                ClinicTable.PATIENT.sorting(),
                10,
                new RowId(new Clinic().patient.id().value()),
                false);

        assertThat(rows().findPage(aProvider(), query)).isEmpty();
    }

    @Test
    void everyScriptIsKept() {
        var okafor = aProvider();
        var patient = registered(
                okafor, patientNamed(okafor.id(), MANY_SCRIPTS.strip().substring(0, 20), "Ada"));

        assertThat(rows().find(okafor, ClinicTable.PATIENT, new RowId(patient.value()))
                        .orElseThrow()
                        .cell("last_name"))
                .isEqualTo(MANY_SCRIPTS.strip().substring(0, 20).strip());
    }

    /** A provider with one patient about whom there is something in every table. */
    private final class Clinic {

        final Actor okafor = aProvider();
        final Patient patient = patient(okafor.id());
        final Appointment visit = appointment(patient.id(), okafor.id());
        final MedicalRecord record = medicalRecord(visit.id());

        Clinic() {
            patients().add(okafor, patient);
            appointments().add(okafor, visit);
            records().add(okafor, record);
            readings().add(okafor, vitalSigns(visit.id()));
        }

        /** One of its rows, with everything that stands in it. */
        TableRow only(ClinicTable table) {
            var id = table == ClinicTable.PROVIDER
                    ? new RowId(okafor.id().value())
                    : rows().findAbout(okafor, table, patient.id()).getFirst().id();
            return rows().find(okafor, table, id).orElseThrow();
        }
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

    private static Filter is(ClinicTable table, String column, String value) {
        return new Filter(table.column(column), Comparison.EQUALS, value);
    }

    private static List<RowId> ids(List<TableRow> rows) {
        return rows.stream().map(TableRow::id).toList();
    }
}
