package org.chartroom.record.application.out;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.named;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.fatigue;
import static org.chartroom.record.domain.RecordFixtures.heartRate;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.RecordVersion;
import org.chartroom.record.application.Snapshot;
import org.chartroom.record.application.VersionView;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.SoapNote;
import org.chartroom.record.domain.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every {@link Versions} must know; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class VersionsContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Actor okafor;
    private Actor lindqvist;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract VitalSignsReadings readings();

    protected abstract Charts charts();

    protected abstract Versions versions();

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        okafor = aProvider();
        lindqvist = aProvider();
    }

    @Test
    void eachChangeOfAPatientIsAVersion() {
        var sam = walkIn(okafor.id());
        var added = patients().add(okafor, sam);
        var renamed = patients().replace(okafor, renamed(sam, new PersonName("Samuel", "Doe")), added);
        patients().replace(okafor, sam.withAllergies(List.of(allergy("Latex", AllergySeverity.MILD, null))), renamed);

        var history = history(Kind.PATIENT, sam.id().value());

        assertThat(history).extracting(VersionView::number).containsExactly(3, 2, 1);
        assertThat(history)
                .extracting(VersionView::action)
                .containsExactly(Action.UPDATE, Action.UPDATE, Action.CREATE);
        assertThat(history).extracting(VersionView::recordedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(history)
                .extracting(version -> version.of().id())
                .containsOnly(sam.id().value());
        assertThat(history).extracting(VersionView::patientId).containsOnly(sam.id());
    }

    @Test
    void aVersionTellsWhoMadeIt() {
        var sam = walkIn(okafor.id());
        patients().add(okafor, sam);

        assertThat(history(Kind.PATIENT, sam.id().value())).allSatisfy(version -> {
            assertThat(version.providerId()).isEqualTo(okafor.id());
            assertThat(version.name())
                    .isEqualTo(providers()
                            .findView(okafor.id())
                            .orElseThrow()
                            .details()
                            .name());
        });
    }

    @Test
    void aPatientIsShownAsHeWas() {
        var sam = patient(okafor.id());
        var added = patients().add(okafor, sam);
        var before = whole(sam);
        patients().replace(okafor, renamed(sam, new PersonName("Samuel", "Doe")).withAllergies(List.of()), added);

        assertThat(content(Kind.PATIENT, sam.id().value(), 1)).isEqualTo(((ObjectNode) before).without("appointments"));
        assertThat(content(Kind.PATIENT, sam.id().value(), 2)
                        .at("/patient/firstName")
                        .stringValue())
                .isEqualTo("Samuel");
        assertThat(content(Kind.PATIENT, sam.id().value(), 2).get("allergies")).isEmpty();
    }

    @Test
    void anAppointmentIsShownAsItWasWithoutWhatHangsOnIt() {
        var visit = aVisit();
        var before = (ObjectNode) whole(visit).at("/appointments/0").deepCopy();
        readings().add(okafor, vitalSigns(visit.id()));
        checkIn(visit);

        assertThat(content(Kind.APPOINTMENT, visit.id().value(), 1))
                .isEqualTo(before.without(List.of("vitalSigns", "record")));
        assertThat(content(Kind.APPOINTMENT, visit.id().value(), 2)
                        .get("status")
                        .stringValue())
                .isEqualTo("checked_in");
        assertThat(history(Kind.APPOINTMENT, visit.id().value())).hasSize(2);
    }

    @Test
    void whatWasDeletedCanBeReadStill() {
        var visit = aVisit();
        var first = vitalSigns(visit.id(), heartRate(61));
        var added = readings().add(okafor, first).version();
        readings().remove(okafor, first.id(), added);
        var second = vitalSigns(visit.id(), heartRate(71));
        readings().add(okafor, second);

        var history = history(Kind.VITAL_SIGNS, visit.id().value());

        assertThat(history)
                .extracting(VersionView::action)
                .containsExactly(Action.CREATE, Action.DELETE, Action.CREATE);
        assertThat(history)
                .extracting(version -> version.of().id())
                .containsExactly(
                        second.id().value(), first.id().value(), first.id().value());
        assertThat(content(Kind.VITAL_SIGNS, visit.id().value(), 1)
                        .get("heartRate")
                        .intValue())
                .isEqualTo(61);
        assertThat(versions()
                        .find(okafor, new Reference(Kind.VITAL_SIGNS, visit.id().value()), 2))
                .get()
                .extracting(Snapshot::json)
                .isNull();
    }

    @Test
    void anAppointmentThatIsGoneCanBeReadStill() {
        var visit = aVisit();
        var held = appointments().lockToRemove(okafor, visit.id());
        appointments().remove(okafor, visit.id(), held.version());

        assertThat(history(Kind.APPOINTMENT, visit.id().value()))
                .extracting(VersionView::action)
                .containsExactly(Action.DELETE, Action.CREATE);
        assertThat(content(Kind.APPOINTMENT, visit.id().value(), 1).get("id").stringValue())
                .isEqualTo(visit.id().toString());
    }

    @Test
    void aRecordIsShownAsItWasWithItsParts() {
        var visit = aVisit();
        var record = medicalRecord(visit.id());
        var added = records().add(okafor, record);
        var before = transcribed(visit).at("/appointments/0/record");
        var revised = new MedicalRecord(
                record.id(),
                visit.id(),
                new SoapNote("Cough", "Better.", "", "", ""),
                record.scribe(),
                List.of(fatigue(), record.symptoms().getFirst()),
                List.of());
        records().replace(okafor, record, added);
        records().replace(okafor, revised, records().lock(okafor, record.id()).version());

        assertThat(content(Kind.MEDICAL_RECORD, record.id().value(), 1))
                .isEqualTo(((ObjectNode) before).without(List.of("signatures", "addenda", "provenance")));
        assertThat(former(record, 1)).isEqualTo(record);
        assertThat(former(record, 2)).isEqualTo(record);
        assertThat(former(record, 3))
                .satisfies(found -> assertThat(found.symptoms()).hasSize(2))
                .returns(revised.note(), MedicalRecord::note)
                .returns(List.of(), MedicalRecord::prescriptions);
    }

    @Test
    void aRecordThatIsGoneHasAVersionWithoutIt() {
        var visit = aVisit();
        var record = bareRecord(visit.id());
        records().add(okafor, record);
        var held = appointments().lockToRemove(okafor, visit.id());
        appointments().remove(okafor, visit.id(), held.version());

        assertThat(versions().findRecord(okafor, record.id(), 2))
                .get()
                .returns(null, RecordVersion::record)
                .returns(Action.DELETE, found -> found.version().action());
        assertThat(former(record, 1)).isEqualTo(record);
    }

    @Test
    void versionsComeInPages() {
        var sam = walkIn(okafor.id());
        var seen = patients().add(okafor, sam);
        for (var change = 0; change < 4; change++) seen = patients().replace(okafor, sam, seen);

        var first = versions().page(okafor, new Reference(Kind.PATIENT, sam.id().value()), 2, null);
        var second =
                versions().page(okafor, new Reference(Kind.PATIENT, sam.id().value()), 2, first.next());
        var third = versions().page(okafor, new Reference(Kind.PATIENT, sam.id().value()), 2, second.next());

        assertThat(first.items()).extracting(VersionView::number).containsExactly(5, 4);
        assertThat(second.items()).extracting(VersionView::number).containsExactly(3, 2);
        assertThat(third.items()).extracting(VersionView::number).containsExactly(1);
        assertThat(third.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE})
    void aVersionThatThereWasNotIsNotFound(int number) {
        var record = bareRecord(aVisit().id());
        records().add(okafor, record);

        assertThat(versions()
                        .find(
                                okafor,
                                new Reference(Kind.MEDICAL_RECORD, record.id().value()),
                                number))
                .isEmpty();
        assertThat(versions().findRecord(okafor, record.id(), number)).isEmpty();
    }

    @Test
    void anIdOfAnotherKindHasNoVersions() {
        var visit = aVisit();
        records().add(okafor, bareRecord(visit.id()));

        assertThat(history(Kind.PATIENT, visit.id().value())).isEmpty();
        assertThat(history(Kind.MEDICAL_RECORD, visit.id().value())).isEmpty();
        assertThat(history(Kind.VITAL_SIGNS, visit.id().value())).isEmpty();
    }

    @Test
    void theCareTeamReadsEveryVersionAndAStrangerNone() {
        var visit = aVisit();
        var before = now(visit);
        appointments().add(okafor, appointment(visit.patient(), lindqvist.id()));
        var stranger = aProvider();

        assertThat(versions()
                        .find(
                                lindqvist,
                                new Reference(Kind.APPOINTMENT, visit.id().value()),
                                1))
                .isPresent();
        assertThat(versions().findChart(lindqvist, visit.patient(), before, false))
                .isPresent();
        assertThat(versions()
                        .find(
                                stranger,
                                new Reference(Kind.APPOINTMENT, visit.id().value()),
                                1))
                .isEmpty();
        assertThat(versions()
                        .page(
                                stranger,
                                new Reference(Kind.APPOINTMENT, visit.id().value()),
                                5,
                                null)
                        .items())
                .isEmpty();
        assertThat(versions().findChart(stranger, visit.patient(), before, false))
                .isEmpty();
    }

    @Test
    void beforeAPatientWasKnownThereIsNoChart() {
        var visit = aVisit();
        var registered =
                history(Kind.PATIENT, visit.patient().value()).getFirst().recordedAt();

        assertThat(versions().findChart(okafor, visit.patient(), registered, false))
                .isPresent();
        assertThat(versions().findChart(okafor, visit.patient(), registered.minusNanos(1000), false))
                .isEmpty();
    }

    @Test
    void everyStateOfAChartIsFoundByItsInstant() {
        var random = new Random(7);
        var edits = new Edits(random);
        var known = new LinkedHashMap<Instant, JsonNode>();

        for (var edit = 0; edit < 60; edit++) known.put(edits.next(), transcribed(edits.visit));

        assertThat(known).hasSize(60);
        known.forEach((at, chart) -> assertThat(JSON.readTree(versions()
                        .findChart(okafor, edits.visit.patient(), at, true)
                        .orElseThrow()
                        .json()))
                .isEqualTo(chart));
    }

    /** A patient with one visit, of which something is changed at random. */
    private final class Edits {

        private final Random random;
        private final Appointment visit = aVisit();
        private final Patient patient =
                patients().find(okafor, visit.patient()).orElseThrow().value();
        private final MedicalRecord record = medicalRecord(visit.id());
        private @Nullable Version written;

        private Edits(Random random) {
            this.random = random;
        }

        /** When it was kept. */
        private Instant next() {
            return switch (random.nextInt(4)) {
                case 0 -> patientChanged();
                case 1 -> measured();
                case 2 -> booked();
                default -> writtenUp();
            };
        }

        private Instant patientChanged() {
            var seen = patients().find(okafor, patient.id()).orElseThrow().version();
            patients()
                    .replace(
                            okafor,
                            renamed(patient, new PersonName("Sam", "Doe " + random.nextInt()))
                                    .withAllergies(IntStream.range(0, random.nextInt(3))
                                            .mapToObj(i -> allergy("Latex " + i, AllergySeverity.MILD, null))
                                            .toList()),
                            seen);
            return latest(Kind.PATIENT, patient.id().value());
        }

        private Instant measured() {
            var stored = readings().findOf(okafor, visit.id());
            if (stored.isEmpty()) readings().add(okafor, vitalSigns(visit.id()));
            else if (random.nextBoolean())
                readings()
                        .remove(okafor, stored.get().value().id(), stored.get().version());
            else
                readings()
                        .replace(
                                okafor,
                                new VitalSigns(
                                        stored.get().value().id(), visit.id(), heartRate(60 + random.nextInt(40))),
                                stored.get().version());
            return latest(Kind.VITAL_SIGNS, visit.id().value());
        }

        private Instant booked() {
            var another = appointment(
                    patient.id(),
                    okafor.id(),
                    Instant.parse("2031-01-01T09:00:00Z").plusSeconds(random.nextInt(1_000_000) * 3600L));
            appointments().add(okafor, another.to(AppointmentStatus.CANCELLED));
            return latest(Kind.APPOINTMENT, another.id().value());
        }

        private Instant writtenUp() {
            var parts = new ArrayList<>(record.symptoms());
            parts.removeIf(_ -> random.nextBoolean());
            var state = new MedicalRecord(
                    record.id(),
                    visit.id(),
                    new SoapNote("Cough " + random.nextInt(), "", "", "", ""),
                    record.scribe(),
                    parts,
                    random.nextBoolean() ? record.prescriptions() : List.of());
            written = written == null
                    ? records().add(okafor, state)
                    : records().replace(okafor, state, requireNonNull(written));
            return latest(Kind.MEDICAL_RECORD, record.id().value());
        }
    }

    private MedicalRecord former(MedicalRecord record, int number) {
        return requireNonNull(
                versions().findRecord(okafor, record.id(), number).orElseThrow().record());
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private static Patient renamed(Patient patient, PersonName name) {
        return new Patient(
                patient.id(), patient.provider(), named(name), patient.allergies(), patient.chronicConditions());
    }

    private Appointment aVisit() {
        var sam = walkIn(okafor.id());
        patients().add(okafor, sam);
        var visit = appointment(sam.id(), okafor.id());
        appointments().add(okafor, visit);
        return visit;
    }

    private void checkIn(Appointment visit) {
        var stored = appointments().lock(okafor, visit.id());
        appointments().replace(okafor, stored.value().to(AppointmentStatus.CHECKED_IN), stored.version());
    }

    private Instant now(Appointment visit) {
        return latest(Kind.APPOINTMENT, visit.id().value());
    }

    private Instant latest(Kind of, UUID id) {
        return history(of, id).getFirst().recordedAt();
    }

    private List<VersionView> history(Kind of, UUID id) {
        return versions().page(okafor, new Reference(of, id), 100, null).items();
    }

    private JsonNode content(Kind of, UUID id, int number) {
        return JSON.readTree(requireNonNull(versions()
                .find(okafor, new Reference(of, id), number)
                .orElseThrow()
                .json()));
    }

    private JsonNode whole(Patient patient) {
        return JSON.readTree(
                charts().find(okafor, patient.id(), false).orElseThrow().json());
    }

    private JsonNode whole(Appointment visit) {
        return JSON.readTree(
                charts().find(okafor, visit.patient(), false).orElseThrow().json());
    }

    private JsonNode transcribed(Appointment visit) {
        return JSON.readTree(
                charts().find(okafor, visit.patient(), true).orElseThrow().json());
    }
}
