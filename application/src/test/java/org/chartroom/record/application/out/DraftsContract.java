package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.DraftView;
import org.chartroom.record.application.out.Drafts.Saved;
import org.chartroom.record.domain.RecordRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Drafts} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not be
 * empty; each call is a transaction of its own.
 */
public abstract class DraftsContract {

    private Actor okafor;
    private Actor lindqvist;
    private Patient sam;
    private AppointmentId visit;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract Drafts drafts();

    @BeforeEach
    void samIsSeenByDoctorOkaforAndByDoctorLindqvist() {
        okafor = aProvider();
        lindqvist = aProvider();
        sam = walkIn(okafor.id());
        patients().add(okafor, sam);
        visit = aVisitWith(lindqvist);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subjective\":\"\\u0000 \\ud800\"}",
                "{\"plan\":\"<script> \u202e \uD83E\uDEC0 \\r\\n\"}",
            })
    void aDraftIsFoundAsItWasWritten(String note) {
        drafts().put(okafor, visit, note);

        assertThat(drafts().find(okafor, visit))
                .get()
                .returns(note, DraftView::note)
                .returns(visit, DraftView::appointmentId);
    }

    @Test
    void aLongDraftIsKeptWhole() {
        var note = "{\"aiTranscript\":\"" + "ø".repeat(500_000) + "\"}";

        drafts().put(okafor, visit, note);

        assertThat(drafts().find(okafor, visit)).get().returns(note, DraftView::note);
    }

    @Test
    void onlyTheFirstIsTheFirst() {
        var first = drafts().put(okafor, visit, "{}");
        var second = drafts().put(okafor, visit, "{}");

        assertThat(first).isEqualTo(new Saved(sam.id(), true));
        assertThat(second).isEqualTo(new Saved(sam.id(), false));
    }

    @Test
    void aLaterDraftTakesThePlaceOfTheFormer() {
        drafts().put(okafor, visit, "{\"plan\":\"Rest\"}");
        var former = drafts().find(okafor, visit).orElseThrow();

        drafts().put(okafor, visit, "{}");

        var draft = drafts().find(okafor, visit).orElseThrow();
        assertThat(draft.note()).isEqualTo("{}");
        assertThat(draft.createdAt()).isEqualTo(former.createdAt());
        assertThat(draft.updatedAt()).isAfter(former.updatedAt());
    }

    @Test
    void eachKeepsADraftOfHisOwn() {
        drafts().put(okafor, visit, "{\"plan\":\"Okafor's\"}");

        assertThat(drafts().find(lindqvist, visit)).isEmpty();
        assertThat(drafts().put(lindqvist, visit, "{}").first()).isTrue();
        assertThat(drafts().remove(lindqvist, visit)).contains(sam.id());
        assertThat(drafts().find(okafor, visit)).get().returns("{\"plan\":\"Okafor's\"}", DraftView::note);
    }

    @Test
    void eachVisitHasADraftOfItsOwn() {
        var other = aVisitWith(okafor);
        drafts().put(okafor, visit, "{}");

        assertThat(drafts().find(okafor, other)).isEmpty();
        assertThat(drafts().remove(okafor, other)).isEmpty();
        assertThat(drafts().find(okafor, visit)).isPresent();
    }

    @Test
    void aDiscardedDraftIsGoneAndAnotherCanBeBegun() {
        drafts().put(okafor, visit, "{}");

        assertThat(drafts().remove(okafor, visit)).contains(sam.id());

        assertThat(drafts().find(okafor, visit)).isEmpty();
        assertThat(drafts().remove(okafor, visit)).isEmpty();
        assertThat(drafts().put(okafor, visit, "{}").first()).isTrue();
    }

    @Test
    void thereIsNoDraftOfAVisitThatThereIsNot() {
        assertRefused("not-found", () -> drafts().put(okafor, appointmentId(), "{}"));
        assertThat(drafts().find(okafor, appointmentId())).isEmpty();
        assertThat(drafts().remove(okafor, appointmentId())).isEmpty();
    }

    @Test
    void aStrangerKeepsNoDraft() {
        var stranger = aProvider();

        assertRefused("not-found", () -> drafts().put(stranger, visit, "{}"));
    }

    @Test
    void whoSeesAPatientKeepsNoDraftOfAnothersVisit() {
        var own = aVisitWith(okafor);

        assertRefused("forbidden", () -> drafts().put(lindqvist, own, "{}"));
        assertThat(drafts().find(lindqvist, own)).isEmpty();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private AppointmentId aVisitWith(Actor provider) {
        var appointment = appointment(sam.id(), provider.id());
        appointments().add(okafor, appointment);
        return appointment.id();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RecordRefusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
