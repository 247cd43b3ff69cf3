package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.addendum;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.signature;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.AddendumView;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Meaning;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.RecordRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Signatures} and {@link Addenda} must do; run by the in-memory and the PostgreSQL implementations alike.
 * The store need not be empty; each call is a transaction of its own.
 */
public abstract class SignaturesContract {

    private Actor okafor;
    private Actor lindqvist;
    private MedicalRecord record;
    private Version seen;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract Signatures signatures();

    protected abstract Addenda addenda();

    @BeforeEach
    void aRecordIsWrittenThatTwoProvidersSee() {
        okafor = aProvider();
        lindqvist = aProvider();
        var sam = walkIn(okafor.id());
        patients().add(okafor, sam);
        var visit = appointment(sam.id(), okafor.id());
        appointments().add(okafor, visit);
        appointments().add(okafor, appointment(sam.id(), lindqvist.id()));
        record = medicalRecord(visit.id());
        seen = records().add(okafor, record);
    }

    @Test
    void aRecordIsUnsignedAtFirst() {
        assertThat(signatures().findAll(okafor, record.id())).isEmpty();
        assertThat(addenda().findAll(okafor, record.id())).isEmpty();
    }

    @Test
    void aSignatureIsFoundAsItWasGiven() {
        var authors = signature(record, okafor);
        var reviewers = signature(record, lindqvist, Meaning.REVIEWER);
        signatures().add(okafor, authors);
        signatures().add(lindqvist, reviewers);

        for (var by : List.of(okafor, lindqvist))
            assertThat(signatures().findAll(by, record.id())).containsExactlyInAnyOrder(authors, reviewers);
    }

    @Test
    void whatIsStoredFitsWhatWasSigned() {
        signatures().add(okafor, signature(record, okafor));

        var stored = records().find(okafor, record.id()).orElseThrow().value();
        assertThat(signatures().findAll(okafor, record.id()))
                .allSatisfy(signature -> assertThat(signature.fits(stored)).isTrue());
    }

    @Test
    void nobodySignsTwice() {
        signatures().add(okafor, signature(record, okafor));

        assertRefused("already-exists", () -> signatures().add(okafor, signature(record, okafor)));
        assertThat(signatures().findAll(okafor, record.id())).hasSize(1);
    }

    @Test
    void aSignedRecordIsNotReplaced() {
        signatures().add(okafor, signature(record, okafor));

        assertRefused("record-signed", () -> records().replace(okafor, record, seen));
        assertThat(records().find(okafor, record.id()).orElseThrow().value()).isEqualTo(record);
    }

    @Test
    void whichVersionIsStoredIsSaidBeforeThatItIsSigned() {
        var moved = records().replace(okafor, record, seen);
        signatures().add(okafor, signature(record, okafor));

        assertRefused("stale-version", () -> records().replace(okafor, record, seen));
        assertRefused("record-signed", () -> records().replace(okafor, record, moved));
    }

    @Test
    void addendaComeInTheirOrderAndAreWhatWasSigned() {
        signatures().add(okafor, signature(record, okafor));
        var texts = List.of(addendum(record.id(), 1, okafor), addendum(record.id(), 2, okafor));
        texts.forEach(text -> addenda().add(okafor, text));

        var found = addenda().findAll(lindqvist, record.id());

        assertThat(found).extracting(AddendumView::addendum).isEqualTo(texts);
        assertThat(found)
                .extracting(AddendumView::sha256)
                .isEqualTo(texts.stream().map(Addendum::sha256).toList());
        assertThat(found).extracting(AddendumView::valid).containsOnly(true);
    }

    @Test
    void aStrangerLearnsOfNeither() {
        signatures().add(okafor, signature(record, okafor));
        addenda().add(okafor, addendum(record.id(), 1, okafor));
        var stranger = aProvider();

        assertThat(signatures().findAll(stranger, record.id())).isEmpty();
        assertThat(addenda().findAll(stranger, record.id())).isEmpty();
    }

    @Test
    void anUnknownRecordHasNeither() {
        var unknown = recordId();

        assertThat(Stream.of(signatures().findAll(okafor, unknown), addenda().findAll(okafor, unknown)))
                .allSatisfy(found -> assertThat(found).isEmpty());
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RecordRefusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
