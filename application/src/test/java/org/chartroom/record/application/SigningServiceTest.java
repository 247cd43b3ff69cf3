package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.ADDENDUM;
import static org.chartroom.audit.Reference.Kind.SIGNATURE;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.proposal;
import static org.chartroom.record.domain.RecordFixtures.proposed;
import static org.chartroom.record.domain.RecordFixtures.recordId;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderDirectory;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryAddenda;
import org.chartroom.record.application.out.InMemoryCharts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryProposals;
import org.chartroom.record.application.out.InMemorySignatures;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Meaning;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Signature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:05:00.123456789Z");
    private static final Instant KEPT = Instant.parse("2026-03-02T10:05:00.123456Z");
    private static final String RIGHT = "correct horse";

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemorySignatures signatures = new InMemorySignatures(records);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Doorman doorman = new Doorman();
    private final Signing signing = new SigningService(
            doorman,
            new SignatureBook(
                    appointments,
                    records,
                    new InMemoryCharts(patients, appointments, records, new InMemoryVitalSignsReadings(appointments)),
                    signatures,
                    new InMemoryAddenda(records),
                    new InMemoryProposals(records),
                    trail,
                    Clock.fixed(NOW, ZoneOffset.UTC)));
    private final Patient sam = walkIn(DR_OKAFOR.id());

    @BeforeEach
    void samIsSeenByTwoProviders() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
        patients.add(DR_OKAFOR, sam);
        appointments.add(DR_OKAFOR, in(AppointmentStatus.COMPLETED, sam.id(), DR_LINDQVIST.id()));
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "COMPLETED"})
    void theFirstWhoSignsIsTheAuthor(AppointmentStatus status) {
        var record = written(status);

        var signed = signing.sign(DR_OKAFOR, record.id(), RIGHT);

        assertThat(signed)
                .isEqualTo(new SignatureView(
                        new Signature(
                                record.id(), DR_OKAFOR.id(), "Amara Okafor", Meaning.AUTHOR, record.sha256(), KEPT),
                        true));
        assertThat(signing.signatures(DR_OKAFOR, record.id())).containsExactly(signed);
        assertThat(trail.events())
                .containsExactly(event(Action.CREATE, SIGNATURE, record), event(Action.READ, SIGNATURE, record));
    }

    @Test
    void whoSignsAfterThatIsAReviewer() {
        var record = written(AppointmentStatus.COMPLETED);
        signing.sign(DR_OKAFOR, record.id(), RIGHT);

        var reviewed = signing.sign(DR_LINDQVIST, record.id(), RIGHT);

        assertThat(reviewed.signature().meaning()).isEqualTo(Meaning.REVIEWER);
        assertThat(signing.signatures(DR_LINDQVIST, record.id())).hasSize(2);
    }

    @Test
    void whoMayNotWriteARecordIsNotItsAuthor() {
        var record = written(AppointmentStatus.COMPLETED);

        assertRefused("forbidden", () -> signing.sign(DR_LINDQVIST, record.id(), RIGHT));
        assertThat(signatures.findAll(DR_OKAFOR, record.id())).isEmpty();
    }

    @Test
    void nobodySignsTwice() {
        var record = written(AppointmentStatus.COMPLETED);
        signing.sign(DR_OKAFOR, record.id(), RIGHT);

        assertRefused("already-exists", () -> signing.sign(DR_OKAFOR, record.id(), RIGHT));
        assertThat(doorman.asked).as("nobody types a password for nothing").isEqualTo(1);
    }

    @Test
    void anUnfinishedRecordIsNotSigned() {
        var visit = in(AppointmentStatus.COMPLETED, sam.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);
        var record = bareRecord(visit.id());
        records.add(DR_OKAFOR, record);

        assertRefused("not-signable", () -> signing.sign(DR_OKAFOR, record.id(), RIGHT));
        assertThat(doorman.asked).isZero();
    }

    @Test
    void aRecordForWhichSomethingIsProposedStillIsNotSigned() {
        var record = written(AppointmentStatus.COMPLETED);
        records.propose(proposal(record, proposed().getFirst()));

        assertRefused("not-signable", () -> signing.sign(DR_OKAFOR, record.id(), RIGHT));
        assertThat(doorman.asked).isZero();
    }

    @Test
    void whoseVisitHasNotBegunHasNothingToSign() {
        var record = written(AppointmentStatus.CHECKED_IN);

        assertRefused("illegal-transition", () -> signing.sign(DR_OKAFOR, record.id(), RIGHT));
    }

    @Test
    void withTheWrongPasswordNothingIsSigned() {
        var record = written(AppointmentStatus.COMPLETED);

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> signing.sign(DR_OKAFOR, record.id(), "wrong"));
        assertThat(signatures.findAll(DR_OKAFOR, record.id())).isEmpty();
        assertThat(trail.events()).isEmpty();
    }

    @Test
    void whatBecameUnsignableWhileThePasswordWasLookedAtIsNotSigned() {
        var record = written(AppointmentStatus.COMPLETED);
        doorman.meanwhile = () -> {
            var stored = records.find(DR_OKAFOR, record.id()).orElseThrow();
            records.replace(
                    DR_OKAFOR,
                    new MedicalRecord(
                            record.id(),
                            record.appointment(),
                            bareRecord(record.appointment()).note(),
                            record.scribe(),
                            record.symptoms(),
                            record.prescriptions()),
                    stored.version());
        };

        assertRefused("not-signable", () -> signing.sign(DR_OKAFOR, record.id(), RIGHT));
    }

    @Test
    void aStrangerSignsNothingAndLearnsNothing() {
        var record = written(AppointmentStatus.COMPLETED);
        signing.sign(DR_OKAFOR, record.id(), RIGHT);
        var stranger = Actor.onCommandLine(new ProviderId(recordId().value()));

        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> signing.sign(stranger, record.id(), RIGHT),
            () -> signing.signatures(stranger, record.id()),
            () -> signing.addenda(stranger, record.id()),
            () -> signing.add(stranger, record.id(), "x")
        }) assertRefused("not-found", call);
    }

    @Test
    void aSignatureThatDoesNotFitIsTold() {
        var record = written(AppointmentStatus.COMPLETED);
        records.sign(new Signature(
                record.id(),
                DR_OKAFOR.id(),
                "Amara Okafor",
                Meaning.AUTHOR,
                medicalRecord().sha256(),
                KEPT));

        assertThat(signing.signatures(DR_OKAFOR, record.id()))
                .extracting(SignatureView::valid)
                .containsExactly(false);
    }

    @Test
    void whatIsAddedComesInOrderAndIsInTheTrail() {
        var record = written(AppointmentStatus.COMPLETED);
        signing.sign(DR_OKAFOR, record.id(), RIGHT);

        var first = signing.add(DR_OKAFOR, record.id(), "No fever.");
        var second = signing.add(DR_OKAFOR, record.id(), "Well.");

        assertThat(first.addendum())
                .isEqualTo(new Addendum(record.id(), 1, DR_OKAFOR.id(), "Amara Okafor", "No fever.", KEPT));
        assertThat(first.valid()).isTrue();
        assertThat(signing.addenda(DR_LINDQVIST, record.id())).containsExactly(first, second);
        assertThat(trail.events())
                .endsWith(
                        event(Action.CREATE, ADDENDUM, record),
                        event(Action.CREATE, ADDENDUM, record),
                        event(Action.READ, ADDENDUM, record));
    }

    @Test
    void nothingIsAddedToWhatIsNotSigned() {
        var record = written(AppointmentStatus.COMPLETED);

        assertRefused("not-signed", () -> signing.add(DR_OKAFOR, record.id(), "x"));
    }

    @Test
    void whoMayNotWriteARecordAddsNothing() {
        var record = written(AppointmentStatus.COMPLETED);
        signing.sign(DR_OKAFOR, record.id(), RIGHT);

        assertRefused("forbidden", () -> signing.add(DR_LINDQVIST, record.id(), "x"));
    }

    @Test
    void aThousandAddendaAreEnough() {
        var record = written(AppointmentStatus.COMPLETED);
        signing.sign(DR_OKAFOR, record.id(), RIGHT);
        for (var number = 1; number < Addendum.MOST; number++) records.append(addendum(record.id(), number, DR_OKAFOR));
        signing.add(DR_OKAFOR, record.id(), "the last");

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> signing.add(DR_OKAFOR, record.id(), "one more"));
    }

    private MedicalRecord written(AppointmentStatus status) {
        var visit = in(status, sam.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);
        var record = medicalRecord(visit.id());
        records.add(DR_OKAFOR, record);
        return record;
    }

    private AuditEvent event(Action action, Reference.Kind kind, MedicalRecord record) {
        return AuditEvent.of(action, kind, record.id().value(), sam.id().value());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }

    /** Knows one password, and lets something happen while it looks at it. */
    private static final class Doorman implements ProviderDirectory {

        private int asked;
        private Runnable meanwhile = () -> {};

        @Override
        public PersonName nameOf(Actor by) {
            return new PersonName("Amara", "Okafor");
        }

        @Override
        public void reauthenticate(Actor by, String password) {
            asked++;
            meanwhile.run();
            if (!password.equals(RIGHT)) throw InvalidInput.of("password", "wrong", "is not your password");
        }
    }
}
