package org.chartroom.patient.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.audit.Reference.Kind.ACCESS_LIST;
import static org.chartroom.audit.Reference.Kind.PATIENT;
import static org.chartroom.audit.Reference.Kind.PATIENT_LIST;
import static org.chartroom.patient.domain.PatientFixtures.bareDetails;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.patientNamed;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chartroom.Records;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatientViews;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.Test;

class PatientIndexServiceTest {

    private final InMemoryPatients patients = new InMemoryPatients(new InMemoryProviders());
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final PatientIndex index =
            new PatientIndexService(new InMemoryPatientViews(patients), typed -> Set.of("0" + typed, typed), trail);

    @Test
    void aPatientIsShownAsStored() {
        var patient = registered(patient(DR_OKAFOR.id()));

        var shown = index.patient(DR_OKAFOR, patient.id());

        assertThat(patients.findView(DR_OKAFOR, patient.id())).contains(shown);
    }

    @Test
    void anUnknownPatientIsRefused() {
        assertThatExceptionOfType(PatientRefusal.class)
                .isThrownBy(() -> index.patient(DR_OKAFOR, patientId()))
                .returns("not-found", Refusal::code);
    }

    @Test
    void aColleaguesPatientIsRefused() {
        var patient = registered(patient(DR_OKAFOR.id()));

        assertThatExceptionOfType(PatientRefusal.class)
                .isThrownBy(() -> index.patient(DR_LINDQVIST, patient.id()))
                .returns("not-found", Refusal::code);
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        var ames = registered(patientNamed(DR_OKAFOR.id(), "Ames", "A"));
        var chen = registered(patientNamed(DR_OKAFOR.id(), "Chen", "C"));

        var page = index.patients(DR_OKAFOR, Whose.OWN, PatientSearch.ANYBODY, 25, ames.id())
                .orElseThrow();

        assertThat(page.items()).extracting(PatientSummary::id).containsExactly(chen.id());
    }

    @Test
    void thereIsNoPageBehindAPatientWhoIsNotThere() {
        assertThat(index.patients(DR_OKAFOR, Whose.OWN, PatientSearch.ANYBODY, 25, patientId()))
                .isEmpty();
    }

    @Test
    void whoIsLookedForHasEverythingThatIsAskedFor() {
        var ames = registered(patientNamed(DR_OKAFOR.id(), "Ames", "A"));
        registered(patientNamed(DR_OKAFOR.id(), "Chen", "C"));

        assertThat(found(new PatientSearch("ames", null, null, null))).containsExactly(ames.id());
        assertThat(found(new PatientSearch("ames", null, null, LocalDate.of(1970, 1, 1))))
                .containsExactly(ames.id());
        assertThat(found(new PatientSearch("ames", null, null, LocalDate.of(1970, 1, 2))))
                .isEmpty();
        assertThat(found(new PatientSearch("ames", null, new EmailAddress("a@b"), null)))
                .isEmpty();
    }

    @Test
    void aNumberIsFoundHoweverItWasWrittenDown() {
        var walkIn = registered(patient(DR_OKAFOR.id(), (PatientDetails)
                Records.with(bareDetails(), "contact", new ContactDetails("0-1", null))));

        assertThat(found(new PatientSearch(null, "1", null, null))).containsExactly(walkIn.id());
        assertThat(found(new PatientSearch(null, "2", null, null))).isEmpty();
    }

    @Test
    void whoLooksAtAPatientAListOrWhoLookedIsInTheTrail() {
        var patient = registered(patient(DR_OKAFOR.id())).id();

        index.patient(DR_OKAFOR, patient);
        index.patients(DR_OKAFOR, Whose.OWN, PatientSearch.ANYBODY, 25, null);
        index.accesses(DR_OKAFOR, patient, 25, null);

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.ofPatient(Action.READ, PATIENT, patient.value()),
                        AuditEvent.ofList(PATIENT_LIST),
                        AuditEvent.ofPatient(Action.READ, ACCESS_LIST, patient.value()));
    }

    @Test
    void whoLookedAtAColleaguesPatientIsNotTold() {
        var patient = registered(patient(DR_OKAFOR.id())).id();

        assertThatExceptionOfType(PatientRefusal.class)
                .isThrownBy(() -> index.accesses(DR_LINDQVIST, patient, 25, null))
                .returns("not-found", Refusal::code);
        assertThat(trail.told()).isEmpty();
    }

    private List<PatientId> found(PatientSearch search) {
        return index.patients(DR_OKAFOR, Whose.OWN, search, 25, null).orElseThrow().items().stream()
                .map(PatientSummary::id)
                .toList();
    }

    private Patient registered(Patient patient) {
        patients.add(DR_OKAFOR, patient);
        return patient;
    }
}
