package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.heartRate;
import static org.chartroom.record.domain.RecordFixtures.pressure;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link VitalSignsReadings}, and {@link VitalSignsViews} of what is in it, must do; run by the in-memory and the PostgreSQL implementation alike. The
 * store need not be empty; each call is a transaction of its own.
 */
public abstract class VitalSignsReadingsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract VitalSignsReadings readings();

    protected abstract VitalSignsViews views();

    @Test
    void vitalSignsAreFoundAgain() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));

        readings().add(okafor, vitalSigns);

        assertThat(found(okafor, vitalSigns)).isEqualTo(vitalSigns);
    }

    @ParameterizedTest
    @MethodSource("oddMeasurements")
    void whateverWasMeasuredIsFoundAgain(Measurements measurements) {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor), measurements);

        readings().add(okafor, vitalSigns);

        assertThat(found(okafor, vitalSigns)).isEqualTo(vitalSigns);
    }

    @Test
    void aFigureWithoutDecimalPlacesKeepsItsValue() {
        var okafor = aProvider();
        var whole = new Measurements(
                null, null, new BigDecimal("37"), null, null, new BigDecimal("70"), new BigDecimal("1.7e2"));
        var vitalSigns = vitalSigns(aVisitOf(okafor), whole);

        readings().add(okafor, vitalSigns);

        assertThat(found(okafor, vitalSigns).measurements())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(whole);
    }

    @Test
    void theVersionThatAddingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));

        var version = readings().add(okafor, vitalSigns).version();

        assertThat(readings().find(okafor, vitalSigns.id()).orElseThrow().version())
                .isEqualTo(version);
    }

    @Test
    void vitalSignsAreFoundByTheirVisit() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        readings().add(okafor, vitalSigns);

        assertThat(readings().findOf(okafor, vitalSigns.appointment()))
                .isEqualTo(readings().find(okafor, vitalSigns.id()))
                .isPresent();
    }

    @Test
    void vitalSignsAreShownWithWhatItTakesToJudgeThem() {
        var okafor = aProvider();
        var patient = PatientFixtures.patient(okafor.id(), PatientFixtures.bornOn(LocalDate.of(2024, 2, 29)));
        var visit = appointment(patient.id(), okafor.id(), Instant.parse("2031-03-04T23:59:59.999999Z"));
        patients().add(okafor, patient);
        appointments().add(okafor, visit);
        var vitalSigns = vitalSigns(visit.id());

        var added = readings().add(okafor, vitalSigns);

        assertThat(added)
                .isEqualTo(new TakenVitalSigns(
                        vitalSigns.id(),
                        visit.id(),
                        patient.id(),
                        LocalDate.of(2024, 2, 29),
                        Instant.parse("2031-03-04T23:59:59.999999Z"),
                        vitalSigns.measurements(),
                        added.createdAt(),
                        added.createdAt()));
        assertThat(views().find(okafor, visit.id())).contains(added);
    }

    @Test
    void correctedVitalSignsAreShownAsTheyAreNow() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var added = readings().add(okafor, vitalSigns);

        var replaced = readings()
                .replace(
                        okafor,
                        new VitalSigns(vitalSigns.id(), vitalSigns.appointment(), heartRate(61)),
                        added.version());

        assertThat(replaced)
                .isEqualTo(new TakenVitalSigns(
                        added.id(),
                        added.appointment(),
                        added.patient(),
                        added.bornOn(),
                        added.visitAt(),
                        heartRate(61),
                        added.createdAt(),
                        replaced.updatedAt()));
        assertThat(views().find(okafor, vitalSigns.appointment())).contains(replaced);
    }

    @Test
    void aVisitAtWhichNothingWasMeasuredHasNoVitalSigns() {
        var okafor = aProvider();
        var visit = aVisitOf(okafor);

        assertThat(readings().findOf(okafor, visit)).isEmpty();
        assertThat(views().find(okafor, visit)).isEmpty();
    }

    @Test
    void aStrangerIsNotShownTheVitalSignsOfAVisit() {
        var okafor = aProvider();
        var stranger = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        readings().add(okafor, vitalSigns);

        assertThat(readings().findOf(stranger, vitalSigns.appointment())).isEmpty();
        assertThat(views().find(stranger, vitalSigns.appointment())).isEmpty();
    }

    @Test
    void removedVitalSignsAreGoneAndOthersCanBeTaken() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var seen = readings().add(okafor, vitalSigns).version();

        readings().remove(okafor, vitalSigns.id(), seen);

        assertThat(readings().find(okafor, vitalSigns.id())).isEmpty();
        readings().add(okafor, vitalSigns(vitalSigns.appointment()));
    }

    @Test
    void vitalSignsThatWereChangedMeanwhileStay() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var seen = readings().add(okafor, vitalSigns).version();
        var current = readings().replace(okafor, vitalSigns, seen).version();

        assertThatExceptionOfType(RecordRefusal.class)
                .isThrownBy(() -> readings().remove(okafor, vitalSigns.id(), seen))
                .returns("stale-version", Refusal::code)
                .returns(current, refusal -> refusal.facts().get("current"));

        assertThat(found(okafor, vitalSigns)).isEqualTo(vitalSigns);
    }

    @Test
    void vitalSignsThatAreUnknownOrAStrangersAreNotRemoved() {
        var okafor = aProvider();
        var stranger = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var seen = readings().add(okafor, vitalSigns).version();

        assertNotFound(
                () -> readings().remove(okafor, vitalSigns(appointmentId()).id(), seen));
        assertNotFound(() -> readings().remove(stranger, vitalSigns.id(), seen));

        assertThat(found(okafor, vitalSigns)).isEqualTo(vitalSigns);
    }

    @Test
    void unknownVitalSignsAreNotFound() {
        var okafor = aProvider();

        assertThat(readings().find(okafor, vitalSigns(appointmentId()).id())).isEmpty();
    }

    @Test
    void aStrangerDoesNotFindVitalSigns() {
        var okafor = aProvider();
        var stranger = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));

        readings().add(okafor, vitalSigns);

        assertThat(readings().find(stranger, vitalSigns.id())).isEmpty();
    }

    @Test
    void vitalSignsBelongToAnAppointment() {
        var okafor = aProvider();

        assertNotFound(() -> readings().add(okafor, vitalSigns(appointmentId())));
    }

    @Test
    void aStrangerAddsNoVitalSigns() {
        var visit = aVisitOf(aProvider());
        var stranger = aProvider();

        assertNotFound(() -> readings().add(stranger, vitalSigns(visit)));
    }

    @Test
    void anAppointmentHasOneSetOfVitalSigns() {
        var okafor = aProvider();
        var visit = aVisitOf(okafor);
        readings().add(okafor, vitalSigns(visit));

        assertThatExceptionOfType(RecordRefusal.class)
                .isThrownBy(() -> readings().add(okafor, vitalSigns(visit)))
                .returns("already-exists", Refusal::code)
                .returns(visit, refusal -> refusal.facts().get("appointmentId"))
                .returns(List.of("vitalSigns"), refusal -> refusal.facts().get("exists"));
    }

    @Test
    void aStrangerIsNotToldThatThereAreVitalSigns() {
        var okafor = aProvider();
        var stranger = aProvider();
        var visit = aVisitOf(okafor);
        readings().add(okafor, vitalSigns(visit));

        assertNotFound(() -> readings().add(stranger, vitalSigns(visit)));
    }

    @Test
    void correctedVitalSignsAreFoundAsTheyAreNow() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var version = readings().add(okafor, vitalSigns).version();
        var corrected = new VitalSigns(vitalSigns.id(), vitalSigns.appointment(), pressure(90, null));

        readings().replace(okafor, corrected, version);

        assertThat(found(okafor, vitalSigns)).isEqualTo(corrected);
    }

    @Test
    void aReplacementStaysWithItsAppointment() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var version = readings().add(okafor, vitalSigns).version();

        readings().replace(okafor, new VitalSigns(vitalSigns.id(), aVisitOf(okafor), heartRate(61)), version);

        assertThat(found(okafor, vitalSigns).appointment()).isEqualTo(vitalSigns.appointment());
    }

    @Test
    void everyReplacementMovesTheVersionOn() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var first = readings().add(okafor, vitalSigns).version();

        var second = readings().replace(okafor, vitalSigns, first).version();
        var third = readings().replace(okafor, vitalSigns, second).version();

        assertThat(List.of(first.at(), second.at(), third.at())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theVersionThatReplacingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var added = readings().add(okafor, vitalSigns).version();

        var replaced = readings().replace(okafor, vitalSigns, added).version();

        assertThat(readings().find(okafor, vitalSigns.id()).orElseThrow().version())
                .isEqualTo(replaced);
    }

    @Test
    void aStaleReplacementIsToldTheCurrentVersion() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var seen = readings().add(okafor, vitalSigns).version();
        var current = readings().replace(okafor, vitalSigns, seen).version();

        assertThatExceptionOfType(RecordRefusal.class)
                .isThrownBy(() -> readings().replace(okafor, vitalSigns, seen))
                .returns("stale-version", Refusal::code)
                .returns(vitalSigns.id(), refusal -> refusal.facts().get("vitalSignsId"))
                .returns(current, refusal -> refusal.facts().get("current"));
    }

    @Test
    void aStaleReplacementChangesNothing() {
        var okafor = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var seen = readings().add(okafor, vitalSigns).version();
        readings().replace(okafor, vitalSigns, seen);
        var before = readings().find(okafor, vitalSigns.id());

        assertThatCode(() -> readings()
                        .replace(
                                okafor, new VitalSigns(vitalSigns.id(), vitalSigns.appointment(), heartRate(61)), seen))
                .isInstanceOf(RecordRefusal.class);

        assertThat(readings().find(okafor, vitalSigns.id())).isEqualTo(before);
    }

    @Test
    void unknownVitalSignsAreNotReplaced() {
        var okafor = aProvider();
        var visit = aVisitOf(okafor);
        var seen = readings().add(okafor, vitalSigns(visit)).version();

        assertNotFound(() -> readings().replace(okafor, vitalSigns(visit), seen));
    }

    @Test
    void aStrangerDoesNotReplaceVitalSigns() {
        var okafor = aProvider();
        var stranger = aProvider();
        var vitalSigns = vitalSigns(aVisitOf(okafor));
        var seen = readings().add(okafor, vitalSigns).version();

        assertNotFound(() -> readings().replace(stranger, vitalSigns, seen));
    }

    static List<Measurements> oddMeasurements() {
        return List.of(
                new Measurements(
                        new BloodPressure(30, 10),
                        10,
                        new BigDecimal("25.0"),
                        2,
                        30,
                        new BigDecimal("0.20"),
                        new BigDecimal("20.0")),
                new Measurements(
                        new BloodPressure(300, 200),
                        350,
                        new BigDecimal("45.0"),
                        100,
                        100,
                        new BigDecimal("500.00"),
                        new BigDecimal("260.0")),
                pressure(90, null),
                heartRate(61),
                new Measurements(null, null, new BigDecimal("36.6"), null, null, null, null),
                new Measurements(null, null, null, 14, null, null, null),
                new Measurements(null, null, null, null, 98, null, null),
                new Measurements(null, null, null, null, null, new BigDecimal("3.41"), null),
                new Measurements(null, null, null, null, null, null, new BigDecimal("50.5")));
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private AppointmentId aVisitOf(Actor by) {
        var patient = walkIn(by.id());
        var appointment = appointment(patient.id(), by.id());
        patients().add(by, patient);
        appointments().add(by, appointment);
        return appointment.id();
    }

    private VitalSigns found(Actor by, VitalSigns vitalSigns) {
        return readings().find(by, vitalSigns.id()).orElseThrow().value();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(RecordRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
