package org.chartroom.patient.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.patient.domain.PatientFixtures.MANY_SCRIPTS;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.bornOn;
import static org.chartroom.patient.domain.PatientFixtures.condition;
import static org.chartroom.patient.domain.PatientFixtures.named;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.patientNamed;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.domain.Allergy;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.ChronicCondition;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.EmergencyContact;
import org.chartroom.patient.domain.Insurance;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.patient.domain.PostalAddress;
import org.chartroom.patient.domain.Sex;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Patients} and {@link PatientViews} must do; run by the in-memory and the PostgreSQL implementation
 * alike. The store need not be empty; each call is a transaction of its own.
 */
public abstract class PatientsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract PatientViews views();

    @Test
    void aPatientOfWhomAllIsKnownIsFoundAgain() {
        var okafor = aProvider();
        var patient = patient(okafor.id());

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @Test
    void aWalkInIsFoundAgain() {
        var okafor = aProvider();
        var patient = walkIn(okafor.id());

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @Test
    void halfKnownGroupsAreFoundAgain() {
        var okafor = aProvider();
        var patient = patient(
                okafor.id(),
                new PatientDetails(
                        new PersonName("Sam", "Doe"),
                        LocalDate.of(1970, 1, 1),
                        Sex.OTHER,
                        new ContactDetails("555", null),
                        new PostalAddress(null, "Kenai", null, null),
                        new EmergencyContact("Jo", null),
                        new Insurance("Aetna", null),
                        null));

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @ParameterizedTest
    @EnumSource
    void everySexIsKept(Sex sex) {
        var okafor = aProvider();
        var patient = patient(
                okafor.id(),
                new PatientDetails(
                        new PersonName("Sam", "Doe"),
                        LocalDate.of(1970, 1, 1),
                        sex,
                        ContactDetails.NONE,
                        PostalAddress.UNKNOWN,
                        EmergencyContact.UNKNOWN,
                        Insurance.NONE,
                        null));

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @ParameterizedTest
    @EnumSource
    void everySeverityIsKept(AllergySeverity severity) {
        var okafor = aProvider();
        var patient = walkIn(okafor.id()).withAllergies(List.of(allergy("Latex", severity, null)));

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1890-01-01", "1911-04-09", "1960-02-29", "1980-04-06", "2199-12-31"})
    void aBirthdayIsKeptToTheDay(LocalDate birthday) {
        var okafor = aProvider();
        var patient = patient(okafor.id(), bornOn(birthday));

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value().details().dateOfBirth())
                .isEqualTo(birthday);
    }

    @Test
    void textsOfEveryScriptAreKeptToTheByte() {
        var okafor = aProvider();
        var line = MANY_SCRIPTS.strip();
        var patient = new Patient(
                patientId(),
                okafor.id(),
                new PatientDetails(
                        new PersonName(line, line),
                        LocalDate.of(1970, 1, 1),
                        Sex.OTHER,
                        new ContactDetails("☎ ٠١٢٣", new EmailAddress("李娜🫀@诊所.例子")),
                        new PostalAddress(line, line, line, "〒100-0001"),
                        new EmergencyContact(line, "☎ ٠١٢٣"),
                        new Insurance(line, "№ 7"),
                        MANY_SCRIPTS),
                List.of(allergy(line, AllergySeverity.MILD, MANY_SCRIPTS)),
                List.of(condition(line, null, MANY_SCRIPTS)));

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @Test
    void theLongestTextsFit() {
        var okafor = aProvider();
        var patient = new Patient(
                patientId(),
                okafor.id(),
                new PatientDetails(
                        new PersonName("🫀".repeat(100), "🫀".repeat(100)),
                        LocalDate.of(1970, 1, 1),
                        Sex.OTHER,
                        new ContactDetails("🫀".repeat(32), new EmailAddress("🫀".repeat(64) + "@" + "🫀".repeat(255))),
                        new PostalAddress("🫀".repeat(500), "🫀".repeat(200), "🫀".repeat(200), "🫀".repeat(64)),
                        new EmergencyContact("🫀".repeat(200), "🫀".repeat(32)),
                        new Insurance("🫀".repeat(200), "🫀".repeat(64)),
                        "🫀".repeat(20_000)),
                List.of(allergy("🫀".repeat(200), AllergySeverity.MILD, "🫀".repeat(20_000))),
                List.of(condition("🫀".repeat(200), LocalDate.of(1890, 1, 1), "🫀".repeat(20_000))));

        patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(patient);
    }

    @Test
    void aPatientIsShownAsStored() {
        var okafor = aProvider();
        var patient = patient(okafor.id());

        var at = patients().add(okafor, patient).at();

        assertThat(shown(okafor, patient))
                .isEqualTo(new PatientView(
                        patient.id(),
                        okafor.id(),
                        patient.details(),
                        patient.allergies().stream()
                                .map(allergy -> new AllergyView(allergy.id(), allergy.details(), at, at))
                                .toList(),
                        patient.chronicConditions().stream()
                                .map(condition -> new ChronicConditionView(condition.id(), condition.details(), at, at))
                                .toList(),
                        at,
                        at));
    }

    @Test
    void theVersionThatAddingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var patient = patient(okafor.id());

        var version = patients().add(okafor, patient);

        assertThat(patients().get(okafor, patient.id()).version()).isEqualTo(version);
    }

    @Test
    void anUnknownPatientIsNotFound() {
        var okafor = aProvider();

        assertThat(patients().find(okafor, patientId())).isEmpty();
    }

    @Test
    void anUnknownPatientIsNotShown() {
        var okafor = aProvider();

        assertThat(views().find(okafor, patientId())).isEmpty();
    }

    @Test
    void anotherProvidersPatientIsNotFound() {
        var patient = registered(aProvider());
        var lindqvist = aProvider();

        assertThat(patients().find(lindqvist, patient.id())).isEmpty();
    }

    @Test
    void anotherProvidersPatientIsNotShown() {
        var patient = registered(aProvider());
        var lindqvist = aProvider();

        assertThat(views().find(lindqvist, patient.id())).isEmpty();
    }

    @Test
    void aPatientWhoMustBeThereAndIsNotIsRefused() {
        var okafor = aProvider();

        assertNotFound(() -> patients().get(okafor, patientId()));
    }

    @Test
    void nobodyAddsAPatientToAnotherProvider() {
        var okafor = aProvider();
        var lindqvist = aProvider();

        assertThatIllegalArgumentException().isThrownBy(() -> patients().add(lindqvist, patient(okafor.id())));
    }

    @Test
    void whoMovedHouseIsFoundAtTheNewAddress() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var moved = with(patient, named(new PersonName("Maria", "Gonzalez-Ruiz")));

        patients().replace(okafor, moved, version);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(moved);
    }

    @Test
    void aWalkInIsCompletedLater() {
        var okafor = aProvider();
        var walkIn = walkIn(okafor.id());
        var version = patients().add(okafor, walkIn);
        var known = patient(okafor.id());
        var completed =
                new Patient(walkIn.id(), okafor.id(), known.details(), known.allergies(), known.chronicConditions());

        patients().replace(okafor, completed, version);

        assertThat(patients().get(okafor, walkIn.id()).value()).isEqualTo(completed);
    }

    @Test
    void everyReplacementMovesTheVersionOn() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var first = patients().add(okafor, patient);

        var second = patients().replace(okafor, patient, first);
        var third = patients().replace(okafor, patient, second);

        assertThat(List.of(second.at(), third.at()))
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(at -> assertThat(at).isAfter(first.at()));
    }

    @Test
    void theVersionThatReplacingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var added = patients().add(okafor, patient);

        var replaced = patients().replace(okafor, patient, added);

        assertThat(patients().get(okafor, patient.id()).version()).isEqualTo(replaced);
    }

    @Test
    void aPatientKeepsTheTimeOfRegistration() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var added = patients().add(okafor, patient);

        patients().replace(okafor, patient, added);

        assertThat(shown(okafor, patient).createdAt()).isEqualTo(added.at());
    }

    @Test
    void aStaleReplacementIsToldTheCurrentVersion() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var seen = patients().add(okafor, patient);
        var current = patients().replace(okafor, patient, seen);

        assertThatExceptionOfType(PatientRefusal.class)
                .isThrownBy(() -> patients().replace(okafor, patient, seen))
                .returns("stale-version", Refusal::code)
                .returns(patient.id(), refusal -> refusal.facts().get("patientId"))
                .returns(current, refusal -> refusal.facts().get("current"));
    }

    @Test
    void aStaleReplacementChangesNothing() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var seen = patients().add(okafor, patient);
        patients().replace(okafor, patient, seen);
        var before = shown(okafor, patient);

        assertThatCode(() -> patients().replace(okafor, patient.withAllergies(List.of(allergy())), seen))
                .isInstanceOf(PatientRefusal.class);

        assertThat(shown(okafor, patient)).isEqualTo(before);
    }

    @Test
    void anUnknownPatientIsNotReplaced() {
        var okafor = aProvider();
        var seen = patients().add(okafor, patient(okafor.id()));

        assertNotFound(() -> patients().replace(okafor, patient(okafor.id()), seen));
    }

    @Test
    void anotherProvidersPatientIsNotReplaced() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = patient(okafor.id());
        var seen = patients().add(okafor, patient);
        var mine = new Patient(patient.id(), lindqvist.id(), patient.details(), List.of(), List.of());

        assertNotFound(() -> patients().replace(lindqvist, mine, seen));
    }

    @Test
    void aNewAllergyComesBehindTheOthers() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var added = allergy();

        patients().replace(okafor, patient.withAllergies(prepended(added, patient.allergies())), version);

        assertThat(patients().get(okafor, patient.id()).value().allergies())
                .isEqualTo(appended(patient.allergies(), added));
    }

    @Test
    void aNewAllergyIsAsOldAsTheChange() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        var changed =
                patients().replace(okafor, patient.withAllergies(appended(patient.allergies(), allergy())), version);

        assertThat(shown(okafor, patient).allergies().getLast())
                .satisfies(allergy -> assertThat(allergy.createdAt()).isAfter(version.at()))
                .satisfies(allergy -> assertThat(allergy.updatedAt()).isEqualTo(allergy.createdAt()))
                .satisfies(allergy -> assertThat(allergy.createdAt()).isBeforeOrEqualTo(changed.at()));
    }

    @Test
    void anAllergyThatIsLeftOutIsRemoved() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var fewer = patient.withAllergies(patient.allergies().subList(1, 3));

        patients().replace(okafor, fewer, version);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(fewer);
    }

    @Test
    void everyAllergyMayBeRemoved() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var none = patient.withAllergies(List.of());

        patients().replace(okafor, none, version);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(none);
    }

    @Test
    void aChangedAllergyKeepsItsIdAndItsPlace() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var changed = patient.withAllergies(firstChanged(patient.allergies()));

        patients().replace(okafor, changed, version);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(changed);
    }

    @Test
    void aChangedAllergyKeepsTheTimeOfItsRecording() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        patients().replace(okafor, patient.withAllergies(firstChanged(patient.allergies())), version);

        assertThat(shown(okafor, patient).allergies().getFirst().createdAt()).isEqualTo(version.at());
    }

    @Test
    void aChangedAllergyTellsThatItWasChanged() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        patients().replace(okafor, patient.withAllergies(firstChanged(patient.allergies())), version);

        assertThat(shown(okafor, patient).allergies().getFirst().updatedAt()).isAfter(version.at());
    }

    @Test
    void theOtherAllergiesStayAsTheyWere() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var before = shown(okafor, patient).allergies().subList(1, 3);

        patients().replace(okafor, patient.withAllergies(firstChanged(patient.allergies())), version);

        assertThat(shown(okafor, patient).allergies().subList(1, 3)).isEqualTo(before);
    }

    @Test
    void theConditionsStayAsTheyWereWhenAnAllergyChanges() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var before = shown(okafor, patient).chronicConditions();

        patients().replace(okafor, patient.withAllergies(firstChanged(patient.allergies())), version);

        assertThat(shown(okafor, patient).chronicConditions()).isEqualTo(before);
    }

    @Test
    void aChangedAllergyMovesThePatientsVersionOnce() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        var changed = patients().replace(okafor, patient.withAllergies(firstChanged(patient.allergies())), version);

        assertThat(shown(okafor, patient).version()).isEqualTo(changed).isNotEqualTo(version);
    }

    @Test
    void aRemovedAllergyMovesThePatientsVersionOnce() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        var changed = patients().replace(okafor, patient.withAllergies(List.of()), version);

        assertThat(shown(okafor, patient).version()).isEqualTo(changed).isNotEqualTo(version);
    }

    @Test
    void aNewConditionComesBehindTheOthers() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var added = condition();

        patients()
                .replace(okafor, patient.withChronicConditions(prepended(added, patient.chronicConditions())), version);

        assertThat(patients().get(okafor, patient.id()).value().chronicConditions())
                .isEqualTo(appended(patient.chronicConditions(), added));
    }

    @Test
    void aConditionThatIsLeftOutIsRemoved() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var fewer = patient.withChronicConditions(patient.chronicConditions().subList(1, 2));

        patients().replace(okafor, fewer, version);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(fewer);
    }

    @Test
    void aChangedConditionKeepsItsIdAndItsPlace() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var changed = patient.withChronicConditions(firstConditionChanged(patient.chronicConditions()));

        patients().replace(okafor, changed, version);

        assertThat(patients().get(okafor, patient.id()).value()).isEqualTo(changed);
    }

    @Test
    void aChangedConditionTellsWhenItWasRecordedAndThatItWasChanged() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        patients()
                .replace(
                        okafor,
                        patient.withChronicConditions(firstConditionChanged(patient.chronicConditions())),
                        version);

        assertThat(shown(okafor, patient).chronicConditions().getFirst())
                .returns(version.at(), ChronicConditionView::createdAt)
                .satisfies(condition -> assertThat(condition.updatedAt()).isAfter(version.at()));
    }

    @Test
    void theOtherConditionsStayAsTheyWere() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);
        var before = shown(okafor, patient).chronicConditions().getLast();

        patients()
                .replace(
                        okafor,
                        patient.withChronicConditions(firstConditionChanged(patient.chronicConditions())),
                        version);

        assertThat(shown(okafor, patient).chronicConditions().getLast()).isEqualTo(before);
    }

    @Test
    void aChangedConditionMovesThePatientsVersionOnce() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var version = patients().add(okafor, patient);

        var changed = patients()
                .replace(
                        okafor,
                        patient.withChronicConditions(firstConditionChanged(patient.chronicConditions())),
                        version);

        assertThat(shown(okafor, patient).version()).isEqualTo(changed).isNotEqualTo(version);
    }

    @Test
    void aProviderWithoutPatientsHasAnEmptyList() {
        var okafor = aProvider();

        assertThat(views().page(okafor, 25, null)).contains(new Page<>(List.of(), null));
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
                .map(PatientsContract::idThatBeginsWith)
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

        assertThat(views().page(okafor, 2, patient.id())).contains(new Page<>(List.of(), null));
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

        assertThat(views().page(okafor, 25, patientId())).isEmpty();
    }

    @Test
    void noPageBeginsBehindAnotherProvidersPatient() {
        var okafor = aProvider();
        registered(okafor);
        var anothers = registered(aProvider());

        assertThat(views().page(okafor, 25, anothers.id())).isEmpty();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return new Actor(provider.id());
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

    private PatientView shown(Actor by, Patient patient) {
        return views().find(by, patient.id()).orElseThrow();
    }

    private Page<PatientSummary, PatientId> page(Actor by, int limit, @Nullable PatientId after) {
        return views().page(by, limit, after).orElseThrow();
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

    private static List<Allergy> firstChanged(List<Allergy> allergies) {
        var changed =
                new Allergy(allergies.getFirst().id(), new AllergyDetails("Amoxicillin", AllergySeverity.SEVERE, null));
        return prepended(changed, allergies.subList(1, allergies.size()));
    }

    private static List<ChronicCondition> firstConditionChanged(List<ChronicCondition> conditions) {
        var changed = new ChronicCondition(
                conditions.getFirst().id(), new ChronicConditionDetails("Prediabetes", null, "Corrected."));
        return prepended(changed, conditions.subList(1, conditions.size()));
    }

    private static <T> List<T> prepended(T first, List<T> rest) {
        var all = new ArrayList<T>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private static <T> List<T> appended(List<T> rest, T last) {
        var all = new ArrayList<>(rest);
        all.add(last);
        return all;
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(PatientRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
