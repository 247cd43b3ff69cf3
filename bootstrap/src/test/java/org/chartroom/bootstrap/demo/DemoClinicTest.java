package org.chartroom.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.bootstrap.demo.DemoClinic.Chart;
import org.chartroom.bootstrap.demo.DemoClinic.Visit;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.Sex;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClinicTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final LocalDate A_TUESDAY = LocalDate.of(2026, 11, 24);
    private static final DemoClinic CLINIC = DemoClinic.on(A_TUESDAY, TORONTO);
    private static final Pattern AGE = Pattern.compile("(\\d+)-(year|month)-old");

    @Test
    void holdsWhatTheTicketAsksFor() {
        assertThat(CLINIC.provider().id()).isEqualTo(DemoClinic.PROVIDER);
        assertThat(CLINIC.provider().passwordHash()).isEqualTo(PasswordHash.NONE);
        assertThat(CLINIC.charts()).hasSize(5).allSatisfy(chart -> {
            assertThat(chart.patient().provider()).isEqualTo(DemoClinic.PROVIDER);
            assertThat(chart.patient().allergies()).hasSizeBetween(2, 3);
            assertThat(chart.patient().chronicConditions()).hasSizeBetween(1, 2);
            assertThat(chart.visits()).hasSizeBetween(3, 5);
        });
    }

    @Test
    void showsEveryValueOfEveryEnum() {
        assertThat(appointments(CLINIC).map(Appointment::status)).contains(AppointmentStatus.values());
        assertThat(appointments(CLINIC).map(a -> a.details().type())).contains(AppointmentType.values());
        assertThat(patients(CLINIC).map(p -> p.details().sex())).contains(Sex.values());
        assertThat(patients(CLINIC)
                        .flatMap(p -> p.allergies().stream())
                        .map(allergy -> allergy.details().severity()))
                .contains(AllergySeverity.values());
    }

    @Test
    void hasPatientsOfEveryAgeWithCompleteAndIncompleteData() {
        assertThat(patients(CLINIC)
                        .map(p -> Period.between(p.details().dateOfBirth(), A_TUESDAY)
                                .getYears()))
                .containsExactlyInAnyOrder(1, 26, 34, 52, 81);
        assertThat(patients(CLINIC).map(p -> p.details().incomplete().size())).contains(0, 1, 3);
    }

    @Test
    void everyCompletedAppointmentAndNoOtherHasRecordAndVitalSigns() {
        assertThat(visits(CLINIC)).allSatisfy(visit -> {
            if (visit.appointment().status() == AppointmentStatus.COMPLETED) {
                assertThat(record(visit).appointment())
                        .isEqualTo(visit.appointment().id());
                assertThat(vitalSigns(visit).appointment())
                        .isEqualTo(visit.appointment().id());
                assertThat(record(visit).symptoms()).isNotEmpty();
                assertThat(sections(visit))
                        .allSatisfy(section ->
                                assertThat(section.lines()).as(section).hasSizeBetween(3, 8));
            } else {
                assertThat(visit.record()).isNull();
                assertThat(visit.vitalSigns()).isNull();
            }
        });
    }

    @Test
    void whatAnAiContributedComesWithATranscriptOfTheConversation() {
        assertThat(records(CLINIC).filter(DemoClinicTest::hasAiEntries)).hasSize(3);
        assertThat(records(CLINIC)).allSatisfy(record -> {
            var transcript = record.scribe().aiTranscript();
            if (!hasAiEntries(record)) assertThat(transcript).isNull();
            else
                assertThat(Objects.requireNonNull(transcript).lines())
                        .hasSizeGreaterThanOrEqualTo(15)
                        .allMatch(line -> line.startsWith("[doctor] ") || line.startsWith("[patient] "));
            assertThat(record.scribe().aiSummary() == null).isEqualTo(transcript == null);
        });
    }

    @Test
    void thePlanMentionsWhatIsPrescribed() {
        assertThat(records(CLINIC))
                .allSatisfy(record -> assertThat(record.prescriptions())
                        .allSatisfy(prescription -> assertThat(record.note().plan())
                                .containsIgnoringCase(
                                        prescription.details().medication().split(" ", 2)[0])));
    }

    @Test
    void theNoteStatesTheVitalSignsThatWereTaken() {
        assertThat(visits(CLINIC).filter(visit -> visit.record() != null)).allSatisfy(visit -> {
            var objective = record(visit).note().objective();
            var taken = vitalSigns(visit).measurements();
            if (taken.bloodPressure() != null)
                assertThat(objective)
                        .contains("BP %d/%d"
                                .formatted(
                                        taken.bloodPressure().systolic(),
                                        taken.bloodPressure().diastolic()));
            assertThat(stated("pulse", objective)).isEqualByComparingTo(decimal(taken.heartRate()));
            assertThat(stated("weight", objective)).isIn(null, plain(taken.weight()));
            assertThat(stated("temperature", objective)).isIn(null, plain(taken.temperature()));
            assertThat(stated("respiratory rate", objective)).isIn(null, decimal(taken.respiratoryRate()));
            assertThat(stated("saturation", objective)).isIn(null, decimal(taken.oxygenSaturation()));
        });
    }

    @Test
    void theInfantsVitalSignsAreThoseOfAnInfant() {
        var infant = CLINIC.charts().get(1);
        assertThat(completed(infant)).hasSize(3).allSatisfy(visit -> {
            var months = Period.between(infant.patient().details().dateOfBirth(), day(visit.appointment(), TORONTO))
                    .toTotalMonths();
            var taken = vitalSigns(visit).measurements();
            assertThat(taken.bloodPressure()).isNull();
            assertThat(taken.heartRate()).isBetween(90, 160);
            assertThat(taken.respiratoryRate()).isBetween(22, 40);
            assertThat(taken.oxygenSaturation()).isBetween(95, 100);
            assertThat(taken.weight()).isBetween(lightest(months), heaviest(months));
        });
        assertThat(completed(infant)
                        .map(visit -> vitalSigns(visit).measurements().weight()))
                .isSorted();
    }

    @Test
    void nobodyGetsWhatHarms() {
        assertThat(conflicts(CLINIC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, Sulfamethoxazole-trimethoprim 800/160 mg tablet",
        "0, Ramipril 5 mg tablet",
        "2, Amoxicillin 500 mg capsule",
        "2, Cephalexin 500 mg capsule",
        "3, Ibuprofen 400 mg tablet",
        "3, Propranolol 40 mg tablet",
        "4, Perindopril 4 mg tablet",
        "4, Naproxen 500 mg tablet"
    })
    void aHarmfulPrescriptionWouldBeFound(int chart, String medication) {
        var planted = new ArrayList<>(CLINIC.charts());
        planted.set(chart, prescribing(medication, planted.get(chart)));

        assertThat(conflicts(new DemoClinic(CLINIC.provider(), CLINIC.hours(), planted)))
                .hasSize(1);
    }

    @Test
    void everythingHasTheSameIdOnEveryDayAndNoTwoThingsShareOne() {
        var later = DemoClinic.on(A_TUESDAY.plusDays(401), ZoneId.of("Asia/Kolkata"));

        assertThat(ids(later)).isEqualTo(ids(CLINIC)).doesNotHaveDuplicates();
        assertThat(ids(CLINIC)).allMatch(id -> id.version() == 8 && id.variant() == 2);
    }

    @Test
    void whatIsReadBackInTheOrderOfIdsIsInTheOrderOfTheChart() {
        assertThat(records(CLINIC)).allSatisfy(record -> {
            assertThat(record.symptoms().stream().map(symptom -> symptom.id().value()))
                    .isSortedAccordingTo(Comparator.comparing(UUID::toString));
            assertThat(record.prescriptions().stream()
                            .map(prescription -> prescription.id().value()))
                    .isSortedAccordingTo(Comparator.comparing(UUID::toString));
        });
    }

    /** So that a patient who is added again on a later day comes into nobody's way. */
    @Test
    void noTwoPatientsComeAtTheSameHoursOfADay() {
        var lastToLeave = LocalTime.MIN;
        for (var chart : CLINIC.charts()) {
            var times = chart.visits().stream()
                    .map(visit -> TimeSpan.of(visit.appointment(), TORONTO))
                    .toList();
            for (var time : times) assertThat(time.from().toLocalTime()).isAfterOrEqualTo(lastToLeave);
            lastToLeave = times.stream()
                    .map(time -> time.to().toLocalTime())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"})
    void onEveryDayOfTwoYearsTheBookHoldsTogether(String zoneName) {
        var zone = ZoneId.of(zoneName);
        for (var today = A_TUESDAY; today.isBefore(A_TUESDAY.plusYears(2)); today = today.plusDays(1)) {
            var clinic = DemoClinic.on(today, zone);
            for (var chart : clinic.charts()) {
                assertDatesInOrder(chart.patient(), today);
                for (var visit : chart.visits()) {
                    assertOnItsDay(visit.appointment(), today, zone);
                    assertAgesStated(chart.patient(), visit, zone);
                }
            }
            assertNoOverlap(clinic, zone);
        }
    }

    private static void assertDatesInOrder(Patient patient, LocalDate today) {
        for (var condition : patient.chronicConditions())
            assertThat(condition.details().diagnosedDate())
                    .isBetween(patient.details().dateOfBirth(), today);
    }

    private static void assertOnItsDay(Appointment appointment, LocalDate today, ZoneId zone) {
        var day = day(appointment, zone);
        var onItsDay = assertThat(day).as("%s appointment, seen from %s", appointment.status(), today);
        switch (appointment.status()) {
            case COMPLETED, NO_SHOW -> onItsDay.isBefore(today);
            case CHECKED_IN, IN_PROGRESS -> onItsDay.isEqualTo(today);
            case SCHEDULED -> onItsDay.isAfterOrEqualTo(today);
            case CANCELLED -> onItsDay.isNotEqualTo(today);
        }
        if (!day.equals(today)) onItsDay.matches(DemoCalendar::isWorkingDay, "is a working day");
        var time = TimeSpan.of(appointment, zone);
        assertThat(time.from().toLocalTime()).isAfterOrEqualTo(LocalTime.of(9, 0));
        assertThat(time.to().toLocalTime()).isBeforeOrEqualTo(LocalTime.of(17, 0));
    }

    private static void assertNoOverlap(DemoClinic clinic, ZoneId zone) {
        var book = appointments(clinic)
                .map(appointment -> TimeSpan.of(appointment, zone))
                .sorted(Comparator.comparing(TimeSpan::from))
                .toList();
        for (var i = 1; i < book.size(); i++)
            assertThat(book.get(i).from()).isAfterOrEqualTo(book.get(i - 1).to());
    }

    private static void assertAgesStated(Patient patient, Visit visit, ZoneId zone) {
        if (visit.record() == null) return;
        var age = Period.between(patient.details().dateOfBirth(), day(visit.appointment(), zone));
        var stated = AGE.matcher(String.join("\n", sections(visit)));
        while (stated.find())
            assertThat(Integer.parseInt(stated.group(1)))
                    .isEqualTo("year".equals(stated.group(2)) ? age.getYears() : age.toTotalMonths());
    }

    /** When an appointment begins and ends. */
    private record TimeSpan(ZonedDateTime from, ZonedDateTime to) {

        static TimeSpan of(Appointment appointment, ZoneId zone) {
            var from = appointment.details().at().atZone(zone);
            return new TimeSpan(from, from.plus(length(appointment.details().type())));
        }

        private static Duration length(AppointmentType type) {
            return switch (type) {
                case NEW_PATIENT -> Duration.ofMinutes(40);
                case ROUTINE_CHECKUP -> Duration.ofMinutes(30);
                case FOLLOW_UP, SICK_VISIT, TELEHEALTH -> Duration.ofMinutes(20);
            };
        }
    }

    /**
     * A class of drugs that harms who has such an allergy or condition, or is pregnant.
     *
     * @param drugs pattern of what is prescribed
     * @param risk  pattern of what is known of the patient
     */
    private record Hazard(String drugs, String risk) {

        static final List<Hazard> ALL = List.of(
                new Hazard("cillin\\b", "penicillin"),
                new Hazard("\\b(cef|ceph)", "penicillin"),
                new Hazard("sulfa(?!te)|co-trimoxazole|trimethoprim", "sulfonamide antibiotics|pregnan"),
                new Hazard(
                        "aspirin|salicyl|profen|naproxen|diclofenac|ketorolac|indomethacin|meloxicam|coxib",
                        "nsaid|aspirin|kidney disease|fibrillation"),
                new Hazard("profen|naproxen|diclofenac|ketorolac|indomethacin|meloxicam|coxib", "pregnan"),
                new Hazard("pril\\b", "ace inhibitor|pregnan"),
                new Hazard("sartan\\b", "ace inhibitor|pregnan"),
                new Hazard("statin\\b|cycline\\b|floxacin\\b|valpro|warfarin|methotrexate", "pregnan"),
                new Hazard("(ol|al)ol\\b", "asthma"),
                new Hazard("triptan\\b", "hypertension|coronary|stroke"),
                new Hazard("casein|whey", "milk"));

        boolean meets(Patient patient, PrescriptionDetails prescription) {
            return found(drugs, prescription.medication()) && known(patient).anyMatch(fact -> found(risk, fact));
        }

        private static Stream<String> known(Patient patient) {
            return Stream.of(
                            patient.allergies().stream().map(a -> a.details().allergen()),
                            patient.chronicConditions().stream()
                                    .map(c -> c.details().condition()),
                            Stream.ofNullable(patient.details().notes()))
                    .flatMap(facts -> facts);
        }

        private static boolean found(String pattern, String text) {
            return Pattern.compile(pattern)
                    .matcher(text.toLowerCase(Locale.ROOT))
                    .find();
        }
    }

    private static List<String> conflicts(DemoClinic clinic) {
        return clinic.charts().stream()
                .flatMap(chart -> chart.visits().stream()
                        .map(Visit::record)
                        .filter(Objects::nonNull)
                        .flatMap(record -> record.prescriptions().stream())
                        .map(Prescription::details)
                        .filter(details ->
                                Hazard.ALL.stream().anyMatch(hazard -> hazard.meets(chart.patient(), details)))
                        .map(details -> chart.patient().id() + " must not get " + details.medication()))
                .toList();
    }

    private static Chart prescribing(String medication, Chart chart) {
        var visit = completed(chart).findFirst().orElseThrow();
        var record = record(visit);
        var details = new PrescriptionDetails(medication, "1", "twice daily", "7 days", null, 0, null, false);
        var planted = new MedicalRecord(
                record.id(),
                record.appointment(),
                record.note(),
                record.scribe(),
                record.symptoms(),
                List.of(new Prescription(new PrescriptionId(new UUID(0, 1)), details)));
        return new Chart(chart.patient(), List.of(new Visit(visit.appointment(), planted, visit.vitalSigns())));
    }

    /** WHO Child Growth Standards, girls, weight for age: two standard deviations below the median. */
    private static BigDecimal lightest(long months) {
        return new BigDecimal(
                switch ((int) months) {
                    case 9 -> "6.5";
                    case 12 -> "7.0";
                    case 13 -> "7.2";
                    default -> throw new AssertionError("no visit was planned at " + months + " months");
                });
    }

    /** WHO Child Growth Standards, girls, weight for age: two standard deviations above the median. */
    private static BigDecimal heaviest(long months) {
        return new BigDecimal(
                switch ((int) months) {
                    case 9 -> "10.5";
                    case 12 -> "11.5";
                    case 13 -> "11.8";
                    default -> throw new AssertionError("no visit was planned at " + months + " months");
                });
    }

    private static @Nullable BigDecimal stated(String measurement, String text) {
        var found = Pattern.compile("\\b" + measurement + " ([0-9.]*[0-9])", Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return found.find() ? plain(new BigDecimal(found.group(1))) : null;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : plain(BigDecimal.valueOf(value));
    }

    private static List<UUID> ids(DemoClinic clinic) {
        var ids = new ArrayList<UUID>();
        ids.add(clinic.provider().id().value());
        for (var patient : patients(clinic).toList()) {
            ids.add(patient.id().value());
            patient.allergies().forEach(allergy -> ids.add(allergy.id().value()));
            patient.chronicConditions()
                    .forEach(condition -> ids.add(condition.id().value()));
        }
        for (var visit : visits(clinic).toList()) {
            ids.add(visit.appointment().id().value());
            if (visit.record() == null) continue;
            ids.add(record(visit).id().value());
            ids.add(vitalSigns(visit).id().value());
            record(visit).symptoms().forEach(symptom -> ids.add(symptom.id().value()));
            record(visit).prescriptions().forEach(p -> ids.add(p.id().value()));
        }
        return ids;
    }

    private static boolean hasAiEntries(MedicalRecord record) {
        return record.symptoms().stream().anyMatch(symptom -> symptom.details().aiGenerated())
                || record.prescriptions().stream().anyMatch(p -> p.details().aiGenerated());
    }

    private static List<String> sections(Visit visit) {
        var note = record(visit).note();
        return List.of(note.subjective(), note.objective(), note.assessment(), note.plan());
    }

    private static Stream<Patient> patients(DemoClinic clinic) {
        return clinic.charts().stream().map(Chart::patient);
    }

    private static Stream<Visit> visits(DemoClinic clinic) {
        return clinic.charts().stream().flatMap(chart -> chart.visits().stream());
    }

    private static Stream<Appointment> appointments(DemoClinic clinic) {
        return visits(clinic).map(Visit::appointment);
    }

    private static Stream<MedicalRecord> records(DemoClinic clinic) {
        return visits(clinic).map(Visit::record).filter(Objects::nonNull);
    }

    private static Stream<Visit> completed(Chart chart) {
        return chart.visits().stream().filter(visit -> visit.record() != null);
    }

    private static MedicalRecord record(Visit visit) {
        return Objects.requireNonNull(visit.record());
    }

    private static VitalSigns vitalSigns(Visit visit) {
        return Objects.requireNonNull(visit.vitalSigns());
    }

    private static LocalDate day(Appointment appointment, ZoneId zone) {
        return appointment.details().at().atZone(zone).toLocalDate();
    }
}
