package org.chartroom.record.application.out;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.aTime;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooked;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.importedChart;
import static org.chartroom.record.domain.RecordFixtures.importedVisit;
import static org.chartroom.record.domain.RecordFixtures.writtenVisit;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.ImportedCharts.Obstacle;
import org.chartroom.record.application.out.ImportedCharts.Reason;
import org.chartroom.record.domain.ImportedChart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every {@link ImportedCharts} must do; run by the in-memory and the PostgreSQL implementation alike. The store need
 * not be empty; each call of another port is a transaction of its own.
 */
public abstract class ImportedChartsContract {

    private Actor okafor;
    private Actor lindqvist;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract Charts charts();

    /** To be used {@link #inTransaction}. */
    protected abstract ImportedCharts imported();

    protected abstract <T> T inTransaction(Supplier<T> work);

    @BeforeEach
    void twoProvidersWorkHere() {
        okafor = aProvider();
        lindqvist = aProvider();
    }

    @Test
    void aNewPatientComesWithEverything() {
        var visit = writtenVisit(okafor.id(), aTime());
        var chart = importedChart(1, patientId(), visit);

        assertThat(added(chart)).containsExactly(chart.patient().id());

        var read = chart(okafor, chart.patient().id());
        assertThat(read.at("/patient/providerId").stringValue())
                .isEqualTo(okafor.id().toString());
        assertThat(read.at("/patient/emergencyContactName").stringValue())
                .isEqualTo(chart.patient().emergencyContactName());
        assertThat(names(read.path("allergies"), "allergen")).containsExactly("Penicillin", "Latex");
        assertThat(names(read.path("chronicConditions"), "condition")).containsExactly("Asthma");
        assertThat(read.at("/appointments/0/id").stringValue())
                .isEqualTo(visit.id().toString());
        assertThat(read.at("/appointments/0/status").stringValue()).isEqualTo("completed");
        assertThat(read.at("/appointments/0/vitalSigns/bloodPressureSystolic").intValue())
                .isEqualTo(128);
        assertThat(read.at("/appointments/0/record/plan").stringValue()).isNotBlank();
        assertThat(names(read.at("/appointments/0/record/symptoms"), "id"))
                .containsExactlyElementsOf(requireNonNull(visit.record()).symptoms().stream()
                        .map(symptom -> symptom.id().toString())
                        .toList());
        assertThat(names(read.at("/appointments/0/record/prescriptions"), "id"))
                .containsExactlyElementsOf(requireNonNull(visit.record()).prescriptions().stream()
                        .map(prescription -> prescription.id().toString())
                        .toList());
    }

    @Test
    void textsAreKeptToTheByte() {
        var hostile = "\\N \\. \" ' \t \r\n \\\\ \u2028 🫀 e\u0301 ${x} {\"a\": [1]}";
        var chart = importedChart(1, patientId(), importedVisit(okafor.id(), aTime(), "no_show", hostile, null));

        added(chart);

        assertThat(chart(okafor, chart.patient().id())
                        .at("/appointments/0/reason")
                        .stringValue())
                .isEqualTo(hostile);
    }

    @Test
    void aPatientOfTheActorsStaysAsIs() {
        var sam = walkIn(okafor.id());
        patients().add(okafor, sam);
        var before = chart(okafor, sam.id());
        var other = importedChart(2, patientId());

        assertThat(added(importedChart(1, sam.id(), importedVisit(okafor.id(), aTime())), other))
                .containsExactly(other.patient().id());

        assertThat(chart(okafor, sam.id())).isEqualTo(before);
    }

    @Test
    void aPatientOfAnothersIsInTheWayWhetherTheActorSeesThePatientOrNot() {
        var unseen = walkIn(lindqvist.id());
        patients().add(lindqvist, unseen);
        var seen = walkIn(lindqvist.id());
        patients().add(lindqvist, seen);
        appointments().add(lindqvist, appointment(seen.id(), okafor.id()));

        assertThat(obstacles(importedChart(4, unseen.id()), importedChart(5, patientId()), importedChart(7, seen.id())))
                .containsExactly(
                        new Obstacle(4, null, Reason.ANOTHERS_PATIENT), new Obstacle(7, null, Reason.ANOTHERS_PATIENT));
    }

    @Test
    void aPatientStandsInOneLine() {
        var patient = patientId();
        var sam = walkIn(okafor.id());
        patients().add(okafor, sam);

        assertThat(obstacles(
                        importedChart(1, patient),
                        importedChart(2, sam.id()),
                        importedChart(3, patient),
                        importedChart(4, sam.id())))
                .containsExactly(
                        new Obstacle(3, null, Reason.REPEATED_PATIENT), new Obstacle(4, null, Reason.REPEATED_PATIENT));
    }

    @Test
    void whoSeesThePatientWorksHere() {
        var nobody = ProviderFixtures.providerId();

        assertThat(obstacles(importedChart(
                        1, patientId(), importedVisit(lindqvist.id(), aTime()), importedVisit(nobody, aTime()))))
                .containsExactly(new Obstacle(1, 1, Reason.UNKNOWN_PROVIDER));
    }

    @Test
    void ofTwoInOneTimeTheLaterIsInTheWay() {
        var at = aTime();

        assertThat(obstacles(
                        importedChart(1, patientId(), importedVisit(okafor.id(), at.plus(Duration.ofMinutes(19)))),
                        importedChart(2, patientId(), importedVisit(okafor.id(), at)),
                        importedChart(3, patientId(), importedVisit(lindqvist.id(), at)),
                        importedChart(4, patientId(), importedVisit(okafor.id(), at.plus(Duration.ofMinutes(39))))))
                .containsExactly(new Obstacle(1, 0, Reason.OVERLAPPING));
    }

    @Test
    void aTimeThatIsTakenIsInTheWay() {
        var taken = aTime();
        var sam = walkIn(okafor.id());
        patients().add(okafor, sam);
        appointments().add(okafor, appointment(sam.id(), okafor.id(), taken));
        appointments().add(okafor, overbooked(sam.id(), okafor.id(), taken.plus(Duration.ofMinutes(10))));

        assertThat(obstacles(
                        importedChart(1, patientId(), importedVisit(okafor.id(), taken.minus(Duration.ofMinutes(20)))),
                        importedChart(2, patientId(), importedVisit(okafor.id(), taken.plus(Duration.ofMinutes(25)))),
                        importedChart(3, patientId(), importedVisit(okafor.id(), taken.plus(Duration.ofMinutes(45))))))
                .containsExactly(new Obstacle(2, 0, Reason.OVERLAPPING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "cancelled", "no_show"})
    void whatIsOverTakesNoTime(String status) {
        var at = aTime();

        assertThat(added(
                        importedChart(1, patientId(), importedVisit(okafor.id(), at)),
                        importedChart(2, patientId(), importedVisit(okafor.id(), at, status, null, null))))
                .hasSize(2);
    }

    @Test
    void anAppointmentMayOverlapOnPurpose() {
        var at = aTime();
        var chart = importedChart(
                2, patientId(), importedVisit(okafor.id(), at, "scheduled", null, "Fever since this morning."));

        added(importedChart(1, patientId(), importedVisit(okafor.id(), at)), chart);

        var id = chart.visits().getFirst().id();
        assertThat(appointments().find(okafor, id).orElseThrow().value().overbooking())
                .isNotNull();
    }

    @Test
    void whoIsBookedFromElsewhereIsOnTheCareTeam() {
        var chart = importedChart(1, patientId(), importedVisit(lindqvist.id(), aTime()));

        added(chart);

        assertThat(patients().find(lindqvist, chart.patient().id())).isPresent();
    }

    private List<PatientId> added(ImportedChart... charts) {
        return inTransaction(() -> {
            assertThat(imported().prepare(okafor, Stream.of(charts))).isEmpty();
            return imported().add(okafor);
        });
    }

    private List<Obstacle> obstacles(ImportedChart... charts) {
        return inTransaction(() -> imported().prepare(okafor, Stream.of(charts)));
    }

    private JsonNode chart(Actor by, PatientId patient) {
        return JsonMapper.shared()
                .readTree(charts().find(by, patient, true).orElseThrow().json());
    }

    private static List<String> names(JsonNode parts, String field) {
        return parts.valueStream().map(part -> part.path(field).stringValue()).toList();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }
}
