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
import static org.chartroom.patient.domain.PatientFixtures.walkIn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refusal;
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
    void aPatientWhoIsLockedIsTheOneThatIsFound() {
        var okafor = aProvider();
        var patient = registered(okafor);

        assertThat(patients().lock(okafor, patient.id())).isEqualTo(patients().get(okafor, patient.id()));
    }

    @Test
    void nobodyLocksOrRemovesWhoIsNotThereOrIsAnothers() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = patient(okafor.id());
        var seen = patients().add(okafor, patient);

        for (var id : List.of(patient.id(), patientId())) {
            assertNotFound(() -> patients().lock(lindqvist, id));
            assertNotFound(() -> patients().lockToRemove(lindqvist, id, seen));
            assertNotFound(() -> patients().remove(lindqvist, id));
        }
        assertThat(patients().find(okafor, patient.id())).isPresent();
    }

    @Test
    void nobodyIsRemovedFromAStaleVersion() {
        var okafor = aProvider();
        var patient = patient(okafor.id());
        var seen = patients().add(okafor, patient);
        var current = patients().replace(okafor, patient, seen);

        assertThatExceptionOfType(PatientRefusal.class)
                .isThrownBy(() -> patients().lockToRemove(okafor, patient.id(), seen))
                .returns("stale-version", Refusal::code)
                .returns(current, refusal -> refusal.facts().get("current"));
        assertThatCode(() -> patients().lockToRemove(okafor, patient.id(), current))
                .doesNotThrowAnyException();
    }

    @Test
    void whoIsRemovedIsGone() {
        var okafor = aProvider();
        var patient = registered(okafor);
        var other = registered(okafor);

        patients().remove(okafor, patient.id());

        assertThat(patients().find(okafor, patient.id())).isEmpty();
        assertThat(patients().find(okafor, other.id())).isPresent();
        assertNotFound(() -> patients().remove(okafor, patient.id()));
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

    private PatientView shown(Actor by, Patient patient) {
        return views().find(by, patient.id()).orElseThrow();
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
