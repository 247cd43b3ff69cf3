package org.chartroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chartroom.appointment.application.AppointmentQuery;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.Availability.Wanted;
import org.chartroom.appointment.application.FrontDesk.Book;
import org.chartroom.appointment.application.FrontDesk.Revise;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.SealedTrail.Mark;
import org.chartroom.patient.application.PatientSearch;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.application.out.PatientViews.Traits;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.application.ColleagueView;
import org.chartroom.provider.application.ProviderView;
import org.chartroom.provider.application.SignIn.Admission;
import org.chartroom.provider.application.SignIn.Tokens;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.AddendumView;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.ChartImport;
import org.chartroom.record.application.ChartImport.WrittenChart;
import org.chartroom.record.application.ChartImport.WrittenVisit;
import org.chartroom.record.application.Charting.Visit;
import org.chartroom.record.application.DraftView;
import org.chartroom.record.application.ImportReceipt;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.application.ReceiptFixtures;
import org.chartroom.record.application.RecordVersion;
import org.chartroom.record.application.ScheduleView;
import org.chartroom.record.application.SignatureView;
import org.chartroom.record.application.Snapshot;
import org.chartroom.record.application.Suggestion;
import org.chartroom.record.application.VersionView;
import org.chartroom.record.application.VisitView;
import org.chartroom.record.application.WorkItem;
import org.chartroom.record.application.out.Drafts.Saved;
import org.chartroom.record.application.out.ImportedCharts.Obstacle;
import org.chartroom.record.application.out.TakenVitalSigns;
import org.chartroom.record.application.out.WrittenVisits.Written;
import org.chartroom.record.domain.RecordFixtures;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.ChartView;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.PlanView;
import org.chartroom.studio.application.ProvenanceView;
import org.chartroom.studio.application.RowView;
import org.chartroom.studio.application.RowView.Pointing;
import org.chartroom.studio.application.SchemaView;
import org.chartroom.studio.application.SchemaView.ColumnView;
import org.chartroom.studio.application.SchemaView.RelationshipView;
import org.chartroom.studio.application.SchemaView.TableView;
import org.chartroom.studio.application.SignedView;
import org.chartroom.studio.application.TablePage;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.application.Tally;
import org.chartroom.studio.domain.ClinicTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryViewTest {

    private static final Instant NOW = Instant.parse("2030-03-04T09:00:00Z");

    private static final Map<Class<?>, Record> SAMPLES = Records.within(
            providerView(),
            accountView(),
            new Tokens(ProviderFixtures.token(), ProviderFixtures.token(), Duration.ZERO),
            patientView(),
            patientSummary(),
            appointmentView(),
            visitView(),
            booking(),
            revision(),
            visit(),
            takenVitalSigns(),
            colleagueView(),
            scheduleView(),
            new DraftView(AppointmentFixtures.appointmentId(), "{}", NOW, NOW),
            new Chart("{}"),
            snapshot(),
            new RecordVersion(snapshot().version(), null),
            new SignatureView(
                    RecordFixtures.signature(RecordFixtures.medicalRecord(), ProviderFixtures.DR_OKAFOR), true),
            new AddendumView(
                    RecordFixtures.addendum(RecordFixtures.recordId(), 1, ProviderFixtures.DR_OKAFOR), "", false),
            workItem(),
            ReceiptFixtures.receipt(PatientFixtures.patientId(), Map.of("allergies", 2)),
            PatientSearch.ANYBODY,
            Traits.ANY,
            chartView(),
            rowView(),
            signedView(),
            provenanceView(),
            line(),
            new Suggestion(
                    RecordFixtures.proposed().getFirst(),
                    List.of(RecordFixtures.evidence(RecordFixtures.TRANSCRIPT, "This cough"))),
            new TablePage(
                    TableQuery.of(ClinicTable.PATIENT, 1), List.of(row()), false, false, Map.of(), ZoneOffset.UTC));

    private static final Set<Class<?>> OF_NOBODY = Set.of(
            Admission.class,
            Mark.class,
            AppointmentQuery.class,
            Wanted.class,
            Written.class,
            Saved.class,
            IndexView.class,
            PlanView.class,
            Pointing.class,
            ImportReceipt.class,
            Obstacle.class,
            SchemaView.class,
            ColumnView.class,
            RelationshipView.class,
            TableView.class,
            Tally.class);

    /** Of nobody, or of nobody but a provider, and told in ids, times and enums. */
    @ParameterizedTest
    @MethodSource("viewsAndCommands")
    void whatIsShownOfAPersonNeverPrints(Class<?> type) {
        assertThat(SAMPLES.get(type)).hasToString(type.getSimpleName() + "[redacted]");
    }

    static Stream<Class<?>> viewsAndCommands() {
        return Records.besides(Chart.class).stream().filter(type -> !OF_NOBODY.contains(type));
    }

    private static ProviderView providerView() {
        var provider = ProviderFixtures.provider();
        return new ProviderView(provider.id(), provider.details(), NOW, NOW);
    }

    private static AccountView accountView() {
        var provider = ProviderFixtures.provider();
        return new AccountView(
                provider.id(), provider.details().email(), provider.details().name(), null);
    }

    private static ChartView chartView() {
        return new ChartView(
                row(),
                Map.of(),
                List.of(signedView()),
                List.of(provenanceView()),
                Map.of(),
                Map.of(),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC),
                NOW,
                ZoneOffset.UTC);
    }

    private static ProvenanceView provenanceView() {
        return new ProvenanceView(
                row().id(), null, "plan", List.of("This cough"), false, "Scribe 1", false, "Okafor, Amara", NOW);
    }

    private static SignedView signedView() {
        return new SignedView(row().id(), SignedView.Kind.ADDENDUM, "Amara Okafor", NOW, "Ms. Gonzalez called.");
    }

    private static RowView rowView() {
        return new RowView(ClinicTable.PATIENT, row(), List.of(), Map.of(), ZoneOffset.UTC);
    }

    private static TableRow row() {
        return new TableRow(new RowId(PatientFixtures.patientId().value()), PatientFixtures.patientId(), Map.of());
    }

    private static PatientView patientView() {
        var patient = PatientFixtures.patient();
        return new PatientView(
                patient.id(),
                patient.provider(),
                patient.details(),
                patient.allergies().stream()
                        .map(allergy -> new AllergyView(allergy.id(), allergy.details(), NOW, NOW))
                        .toList(),
                patient.chronicConditions().stream()
                        .map(condition -> new ChronicConditionView(condition.id(), condition.details(), NOW, NOW))
                        .toList(),
                NOW,
                NOW);
    }

    private static PatientSummary patientSummary() {
        var patient = PatientFixtures.patient();
        return new PatientSummary(patient.id(), patient.provider(), patient.details(), NOW, NOW);
    }

    private static ChartImport.Line line() {
        var chart = RecordFixtures.importedChart(1, PatientFixtures.patientId());
        return new ChartImport.Line(
                1,
                new WrittenChart(
                        chart.patient(),
                        List.of(),
                        List.of(),
                        List.of(new WrittenVisit(
                                RecordFixtures.importedVisit(ProviderFixtures.providerId(), NOW)
                                        .appointment(),
                                null,
                                false,
                                null))),
                List.of());
    }

    private static AppointmentView appointmentView() {
        var appointment = AppointmentFixtures.in(AppointmentStatus.SCHEDULED);
        return new AppointmentView(
                appointment.id(),
                appointment.patient(),
                appointment.provider(),
                NOW,
                AppointmentType.SICK_VISIT,
                AppointmentStatus.SCHEDULED,
                "Cough.",
                null,
                null,
                NOW,
                NOW);
    }

    private static ColleagueView colleagueView() {
        var provider = ProviderFixtures.provider();
        return new ColleagueView(
                provider.id(), provider.details().name(), provider.details().specialty());
    }

    private static Snapshot snapshot() {
        return new Snapshot(
                new VersionView(
                        PatientFixtures.patientId(),
                        new Reference(Reference.Kind.PATIENT, null),
                        1,
                        NOW,
                        Action.CREATE,
                        null,
                        null,
                        Origin.COMMAND_LINE),
                "{}");
    }

    private static WorkItem workItem() {
        var patient = PatientFixtures.patient();
        return new WorkItem(
                AppointmentFixtures.appointmentId(),
                patient.id(),
                patient.details().name(),
                patient.details().dateOfBirth(),
                NOW,
                "sick_visit",
                "completed",
                null,
                0);
    }

    private static ScheduleView scheduleView() {
        var patient = PatientFixtures.patient();
        return new ScheduleView(
                LocalDate.of(2030, 3, 4),
                "UTC",
                List.of(new ScheduleView.Item(
                        AppointmentFixtures.appointmentId(),
                        patient.id(),
                        patient.details().name(),
                        patient.details().dateOfBirth(),
                        NOW,
                        NOW,
                        "sick_visit",
                        "scheduled",
                        "Cough.",
                        false,
                        null)));
    }

    private static VisitView visitView() {
        var record = RecordFixtures.medicalRecord();
        return new VisitView(
                new MedicalRecordView(
                        record.id(),
                        record.appointment(),
                        PatientFixtures.patientId(),
                        record.note(),
                        record.scribe(),
                        record.symptoms().stream()
                                .map(symptom -> new SymptomView(symptom.id(), symptom.details(), NOW, NOW))
                                .toList(),
                        record.prescriptions().stream()
                                .map(prescription ->
                                        new PrescriptionView(prescription.id(), prescription.details(), NOW, NOW))
                                .toList(),
                        NOW,
                        NOW),
                takenVitalSigns().judged(ZoneOffset.UTC));
    }

    private static TakenVitalSigns takenVitalSigns() {
        var vitalSigns = RecordFixtures.vitalSigns(AppointmentFixtures.appointmentId());
        return new TakenVitalSigns(
                vitalSigns.id(),
                vitalSigns.appointment(),
                PatientFixtures.patientId(),
                LocalDate.of(1970, 1, 1),
                NOW,
                vitalSigns.measurements(),
                NOW,
                NOW);
    }

    private static Book booking() {
        var appointment = AppointmentFixtures.in(AppointmentStatus.SCHEDULED);
        return new Book(appointment.patient(), appointment.provider(), appointment.details(), null);
    }

    private static Revise revision() {
        return new Revise(AppointmentFixtures.details(), null);
    }

    private static Visit visit() {
        return new Visit(
                RecordFixtures.note(),
                RecordFixtures.scribe(),
                List.of(RecordFixtures.cough().details()),
                List.of(RecordFixtures.amoxicillin().details()),
                RecordFixtures.measurements());
    }
}
