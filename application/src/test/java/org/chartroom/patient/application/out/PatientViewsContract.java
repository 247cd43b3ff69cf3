package org.chartroom.patient.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.patient.domain.PatientFixtures.named;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.patientNamed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.Whose;
import org.chartroom.patient.application.out.PatientViews.Traits;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link PatientViews} must do for lists; run by the in-memory and the PostgreSQL implementation alike. How
 * one patient is shown is {@link PatientsContract}'s. The store need not be empty; each call is a transaction of its own.
 */
public abstract class PatientViewsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract PatientViews views();

    @Test
    void aProviderWithoutPatientsHasAnEmptyList() {
        var okafor = aProvider();

        assertThat(views().page(okafor, Whose.OWN, Traits.ANY, 25, null)).contains(new Page<>(List.of(), null));
    }

    @Test
    void theListShowsWhatIsKnownOfEachPatient() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var added = patients().add(okafor, patient);
        var changed = patients().replace(okafor, patient, added);

        assertThat(page(okafor, 25, null).items())
                .containsExactly(
                        new PatientSummary(patient.id(), okafor.id(), patient.details(), added.at(), changed.at()));
    }

    @Test
    void theListHoldsOnlyTheProvidersOwnPatients() {
        var okafor = aProvider();
        var patient = registered(okafor);
        registered(aProvider());

        assertThat(page(okafor, 25, null).items())
                .extracting(PatientSummary::id)
                .containsExactly(patient.id());
    }

    @Test
    void theListIsInTheOrderOfLastNamesThenFirstNames() {
        var okafor = aProvider();
        registered(okafor, "Smith", "Bob", "Jones", "Zoe", "Smith", "Al", "Jones", "Ann", "Smithson", "Aaron");

        assertThat(names(page(okafor, 25, null)))
                .containsExactly("Jones, Ann", "Jones, Zoe", "Smith, Al", "Smith, Bob", "Smithson, Aaron");
    }

    @Test
    void namesAreOrderedByCodePoints() {
        var okafor = aProvider();
        registered(
                okafor,
                "𝒜da",
                "A",
                "ａ",
                "A",
                "\uFB01sh",
                "A",
                "de Vries",
                "A",
                "Zhou",
                "A",
                "Álvarez",
                "A",
                "O Neil",
                "A",
                "O’Neil",
                "A",
                "ONeil",
                "A",
                "حداد",
                "A");

        assertThat(names(page(okafor, 25, null)))
                .containsExactly(
                        "O Neil, A",
                        "ONeil, A",
                        "O’Neil, A",
                        "Zhou, A",
                        "de Vries, A",
                        "Álvarez, A",
                        "حداد, A",
                        "\uFB01sh, A",
                        "ａ, A",
                        "𝒜da, A");
    }

    @Test
    void namesakesAreOrderedByTheBytesOfTheirIds() {
        var okafor = aProvider();
        var ids = List.of("00", "7f", "80", "ff").stream()
                .map(PatientViewsContract::idThatBeginsWith)
                .toList();
        for (var id : List.of(ids.get(2), ids.get(0), ids.get(3), ids.get(1)))
            patients()
                    .add(
                            okafor,
                            new Patient(id, okafor.id(), named(new PersonName("Sam", "Doe")), List.of(), List.of()));

        assertThat(walked(okafor, 1)).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void pagesOfEverySizeShowTheWholeListOnce(int limit) {
        var okafor = aProvider();
        registered(
                okafor,
                "Smith",
                "Bob",
                "Jones",
                "Zoe",
                "Smith",
                "Bob",
                "Jones",
                "Ann",
                "Smithson",
                "Aaron",
                "𝒜da",
                "A",
                "ａ",
                "A",
                "Smith",
                "Al",
                "jones",
                "Ann");
        var whole =
                page(okafor, 100, null).items().stream().map(PatientSummary::id).toList();

        assertThat(walked(okafor, limit)).hasSize(9).isEqualTo(whole);
    }

    @Test
    void aPageHoldsNoMoreThanItsLimit() {
        var okafor = aProvider();
        registered(okafor, "Ames", "A", "Baker", "B", "Chen", "C");

        assertThat(names(page(okafor, 2, null))).containsExactly("Ames, A", "Baker, B");
    }

    @Test
    void aPageThatIsFollowedNamesItsLastPatient() {
        var okafor = aProvider();
        registered(okafor, "Ames", "A", "Baker", "B", "Chen", "C");

        var page = page(okafor, 2, null);

        assertThat(page.next()).isEqualTo(page.items().getLast().id());
    }

    @Test
    void theLastPageIsFollowedByNoneThoughItIsFull() {
        var okafor = aProvider();
        registered(okafor, "Ames", "A", "Baker", "B", "Chen", "C", "Diaz", "D");

        var second = page(okafor, 2, page(okafor, 2, null).next());

        assertThat(second.next()).isNull();
    }

    @Test
    void behindTheLastPatientIsNobody() {
        var okafor = aProvider();
        var patient = registered(okafor);

        assertThat(views().page(okafor, Whose.OWN, Traits.ANY, 2, patient.id())).contains(new Page<>(List.of(), null));
    }

    @Test
    void whoIsRegisteredMeanwhileNeitherRepeatsNorHidesOthers() {
        var okafor = aProvider();
        registered(okafor, "Chen", "C", "Diaz", "D", "Evans", "E", "Ford", "F", "Gray", "G");
        var seen = new ArrayList<String>();

        var first = page(okafor, 2, null);
        registered(okafor, "Ames", "A", "Edwards", "E");
        var second = page(okafor, 2, first.next());
        registered(okafor, "Eddy", "E", "Zhou", "Z");
        var third = page(okafor, 3, second.next());

        for (var page : List.of(first, second, third)) seen.addAll(names(page));
        assertThat(seen)
                .containsExactly("Chen, C", "Diaz, D", "Edwards, E", "Evans, E", "Ford, F", "Gray, G", "Zhou, Z");
    }

    @Test
    void aPageBehindAPatientWhoHasChangedNameBeginsAtTheNewOne() {
        var okafor = aProvider();
        registered(okafor, "Ames", "A", "Diaz", "D", "Gray", "G");
        var first = page(okafor, 1, null);
        var ames = patients().get(okafor, first.items().getFirst().id());
        patients().replace(okafor, with(ames.value(), named(new PersonName("A", "Evans"))), ames.version());

        assertThat(names(page(okafor, 2, first.next()))).containsExactly("Gray, G");
    }

    @Test
    void noPageBeginsBehindAnUnknownPatient() {
        var okafor = aProvider();
        registered(okafor);

        assertThat(views().page(okafor, Whose.OWN, Traits.ANY, 25, patientId())).isEmpty();
    }

    @Test
    void noPageBeginsBehindAnotherProvidersPatient() {
        var okafor = aProvider();
        registered(okafor);
        var anothers = registered(aProvider());

        assertThat(views().page(okafor, Whose.OWN, Traits.ANY, 25, anothers.id()))
                .isEmpty();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private Patient registered(Actor by) {
        var patient = patient(by.id());
        patients().add(by, patient);
        return patient;
    }

    private void registered(Actor by, String... lastAndFirstNames) {
        for (var i = 0; i < lastAndFirstNames.length; i += 2)
            patients().add(by, patientNamed(by.id(), lastAndFirstNames[i], lastAndFirstNames[i + 1]));
    }

    private Page<PatientSummary, PatientId> page(Actor by, int limit, @Nullable PatientId after) {
        return views().page(by, Whose.OWN, Traits.ANY, limit, after).orElseThrow();
    }

    private List<PatientId> walked(Actor by, int limit) {
        var seen = new ArrayList<PatientId>();
        var page = page(by, limit, null);
        while (true) {
            page.items().forEach(patient -> seen.add(patient.id()));
            if (page.next() == null || seen.size() > 1000) return seen;
            page = page(by, limit, page.next());
        }
    }

    private static List<String> names(Page<PatientSummary, PatientId> page) {
        return page.items().stream()
                .map(patient -> patient.details().name())
                .map(name -> name.lastName() + ", " + name.firstName())
                .toList();
    }

    private static PatientId idThatBeginsWith(String hex) {
        var random = ThreadLocalRandom.current();
        return new PatientId(UUID.fromString("%s%06x-%04x-7000-8000-%012x"
                .formatted(hex, random.nextInt(1 << 24), random.nextInt(1 << 16), random.nextLong(1L << 48))));
    }

    private static Patient with(Patient patient, PatientDetails details) {
        return new Patient(patient.id(), patient.provider(), details, patient.allergies(), patient.chronicConditions());
    }
}
