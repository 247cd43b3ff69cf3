package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientNamed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.Whose;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.PatientViews.Traits;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.EmergencyContact;
import org.chartroom.patient.domain.Insurance;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PostalAddress;
import org.chartroom.patient.domain.Sex;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How every {@link PatientViews} looks for patients; run by the in-memory and the PostgreSQL implementation alike. The
 * store need not be empty; each call is a transaction of its own.
 */
public abstract class PatientSearchContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract PatientViews views();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ana          | Hart                  | hart
            Ana          | Hart                  | HAR
            Ana          | Hart                  | ana
            Ana          | Hart                  | h
            Ana          | Hart                  | hart ana
            Ana          | Hart                  | an   ha
            Ana          | Hart                  | Hart, Ana
            Ana          | Hart                  | ana an a
            Sofie        | Van der Berg          | berg
            Sofie        | Van der Berg          | van der berg
            Sofie        | Van der Berg          | DER
            Mary Ann     | Doe                   | ann
            Alex         | Kowalczyk-Meyer       | meyer
            Alex         | Kowalczyk-Meyer       | kowalczyk-m
            Tomás        | Ó Briain              | o bri
            Conan        | O’Brien               | o'b
            Conan        | O'Brien               | O’BRIEN
            Conan        | O'Brien               | brien
            Pieter       | 't Hooft              | 't hooft
            Pieter       | 't Hooft              | hooft
            Jo           | Saint‑Just            | saint-j
            Martin       | King, Jr.             | king jr.
            Åsa          | Lindqvist             | asa
            Asa          | Lindqvist             | åsa
            Smilla       | Ørsted                | orsted
            Smilla       | Orsted                | ØRSTED
            Lan          | Nguyễn                | nguyen
            Lan          | Nguyễn                | NGUYỄN
            Łukasz       | Żółć                  | lukasz zolc
            Gunther      | Straße                | STRASSE
            Gunther      | STRASSE               | straße
            Gunther      | GROẞ                  | gross
            Gunther      | Gross                 | groß
            Ayşe         | İstanbul              | istanbul
            Ayşe         | Istanbul              | İSTANBUL
            Ayşe         | Isparta               | ısparta
            Ægir         | Þórsson               | aegir thors
            Đorđe        | Đoković               | dorde dokovic
            ﬁona         | Ｗｏｌｆ                  | fiona wolf
            محمد         | حداد                  | مُحَمَّد
            Jun          | 오                    | 오
            Иван         | Йовков                | йов
            """)
    void aPatientIsFoundByTheBeginningOfAnyWordOfTheName(String first, String last, String typed) {
        var okafor = aProvider();
        registered(okafor, "Zzyzx", "Quux");
        var patient = registered(okafor, last, first);

        assertThat(found(okafor, named(typed))).containsExactly(patient);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ana   | Hart         | art
            Ana   | Hart         | hartmann
            Ana   | Hart         | ana harp
            Ana   | Hart         | %
            Ana   | Hart         | _ana
            Ana   | Hart         | ana\\
            Sofie | Van der Berg | derberg
            Sofie | Van der Berg | erg
            Conan | O'Brien      | obrien
            Ana   | Hart         | ,
            Ana   | Hart         | \u0301
            Lan   | Nguyễn       | nguyenn
            """)
    void aPatientIsNotFoundByAnythingElse(String first, String last, String typed) {
        var okafor = aProvider();
        registered(okafor, last, first);

        assertThat(found(okafor, named(typed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🫀", "ﷺ", "ﬃ", "a ", "'a"})
    void theLongestNameIsFoundByItself(String letter) {
        var okafor = aProvider();
        var longest = letter.repeat(100 / letter.codePointCount(0, letter.length()));
        var patient = registered(okafor, longest, "A");

        assertThat(found(okafor, named(longest))).containsExactly(patient);
    }

    @Test
    void whoeverIsFoundIsListedInTheOrderOfTheList() {
        var okafor = aProvider();
        var zoe = registered(okafor, "Hart", "Zoe");
        var ana = registered(okafor, "Hart", "Ana");
        var hartmann = registered(okafor, "Hartmann", "Al");
        var carl = registered(okafor, "Berg", "Hart");

        assertThat(found(okafor, named("hart"))).containsExactly(carl, ana, zoe, hartmann);
    }

    @Test
    void whoIsRenamedIsFoundByTheNewNameAndByTheOldOneNoLonger() {
        var okafor = aProvider();
        var patient = registered(okafor, "Hart", "Ana");
        var stored = patients().get(okafor, patient);
        var renamed = new Patient(
                patient,
                okafor.id(),
                details("Ana", "Okoye", null, null, LocalDate.of(1970, 1, 1)),
                List.of(),
                List.of());

        patients().replace(okafor, renamed, stored.version());

        assertThat(found(okafor, named("okoye"))).containsExactly(patient);
        assertThat(found(okafor, named("hart"))).isEmpty();
    }

    @Test
    void whoIsHandedOverIsFoundByTheReceiver() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = registered(okafor, "Hart", "Ana");

        patients()
                .transfer(
                        okafor,
                        patient,
                        lindqvist.id(),
                        patients().get(okafor, patient).version());

        assertThat(found(lindqvist, named("hart"))).containsExactly(patient);
        assertThat(found(okafor, named("hart"))).isEmpty();
    }

    @Test
    void whoIsRemovedIsFoundNoLonger() {
        var okafor = aProvider();
        var patient = registered(okafor, "Hart", "Ana");

        patients().remove(okafor, patient);

        assertThat(found(okafor, named("hart"))).isEmpty();
    }

    @Test
    void nobodyFindsAnotherProvidersPatient() {
        registered(aProvider(), "Hart", "Ana");
        var lindqvist = aProvider();

        for (var whose : Whose.values())
            assertThat(ids(lindqvist, whose, named("hart"))).isEmpty();
    }

    @Test
    void whoIsSharedIsFoundAmongTheSharedByEachTrait() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var born = LocalDate.of(1980, 2, 29);
        var shared = added(okafor, details("Ana", "Hart Berg", "(555) 013-2244", "Ana@Home.example", born));
        var other = added(okafor, details("Ana", "Hart", null, null, LocalDate.of(1970, 1, 1)));
        for (var patient : List.of(shared, other))
            appointments().add(okafor, AppointmentFixtures.appointment(patient, lindqvist.id()));

        assertThat(ids(lindqvist, Whose.SHARED, named("ana"))).containsExactly(other, shared);
        for (var traits : List.of(
                named("berg"),
                named("ana berg"),
                new Traits(null, Set.of("5550132244", "1"), null, null),
                new Traits(null, null, new EmailAddress("ana@home.EXAMPLE"), null),
                new Traits(null, null, null, born),
                new Traits("h", Set.of("5550132244"), new EmailAddress("ANA@home.example"), born)))
            assertThat(ids(lindqvist, Whose.SHARED, traits)).containsExactly(shared);
        assertThat(ids(lindqvist, Whose.SHARED, named("\u0301"))).isEmpty();
        assertThat(ids(lindqvist, Whose.OWN, named("ana"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5550132244", "(555) 013-2244", "555.013.2244 ", "٥٥٥ ٠١٣ ٢٢٤٤", "۵۵۵۰۱۳۲۲۴۴", "５５５－０１３－２２４４"})
    void aNumberIsComparedByItsDigits(String typed) {
        var okafor = aProvider();
        registered(okafor, "Hart", "Ana");
        var patient = added(okafor, details("Ana", "Hart", typed, null, LocalDate.of(1970, 1, 1)));

        assertThat(found(okafor, new Traits(null, Set.of("15550132244", "5550132244"), null, null)))
                .containsExactly(patient);
        assertThat(found(okafor, new Traits(null, Set.of("555013224"), null, null)))
                .isEmpty();
        assertThat(found(okafor, new Traits(null, Set.of(), null, null))).isEmpty();
    }

    @Test
    void anEmailAddressIsComparedAsAWhole() {
        var okafor = aProvider();
        var patient = added(okafor, details("Ana", "Hart", null, "Ana.Hart@Home.example", LocalDate.of(1970, 1, 1)));

        assertThat(found(okafor, new Traits(null, null, new EmailAddress("ana.hart@home.example"), null)))
                .containsExactly(patient);
        assertThat(found(okafor, new Traits(null, null, new EmailAddress("ana_hart@home.example"), null)))
                .isEmpty();
        assertThat(found(okafor, new Traits(null, null, new EmailAddress("ana.hart@home"), null)))
                .isEmpty();
    }

    @Test
    void allTraitsHoldTogether() {
        var okafor = aProvider();
        var born = LocalDate.of(1980, 2, 29);
        var patient = added(okafor, details("Ana", "Hart", "555", "ana@home.example", born));
        added(okafor, details("Bob", "Hart", "555", "ana@home.example", born));
        added(okafor, details("Ana", "Hart", "556", "ana@home.example", born));
        added(okafor, details("Ana", "Hart", "555", "bob@home.example", born));
        added(okafor, details("Ana", "Hart", "555", "ana@home.example", born.plusDays(1)));
        added(okafor, details("Ana", "Hart", null, null, born));

        assertThat(found(okafor, new Traits("ana", Set.of("555"), new EmailAddress("ANA@HOME.EXAMPLE"), born)))
                .containsExactly(patient);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoundIsReadPageByPage(Whose whose) {
        var okafor = aProvider();
        var lindqvist = aProvider();
        for (var i = 0; i < 5; i++) {
            var patient = registered(okafor, "Hart", "A" + i);
            registered(okafor, "Hardt", "A" + i);
            appointments().add(okafor, AppointmentFixtures.appointment(patient, lindqvist.id()));
        }
        var actor = whose == Whose.OWN ? okafor : lindqvist;
        var all = ids(actor, whose, named("hart"));

        var first = views().page(actor, whose, named("hart"), 3, null).orElseThrow();
        var second = views().page(actor, whose, named("hart"), 3, first.next()).orElseThrow();

        assertThat(all).hasSize(5);
        assertThat(first.items()).extracting(PatientSummary::id).isEqualTo(all.subList(0, 3));
        assertThat(second.items()).extracting(PatientSummary::id).isEqualTo(all.subList(3, 5));
        assertThat(second.next()).isNull();
    }

    @Test
    void noPageBeginsBehindAPatientWhoIsNotLookedFor() {
        var okafor = aProvider();
        var born = LocalDate.of(1980, 2, 29);
        var patient = added(okafor, details("Ana", "Hart", "555", "ana@home.example", born));

        for (var traits : List.of(
                named("bob"),
                named("ana bob"),
                named(","),
                new Traits(null, Set.of("556"), null, null),
                new Traits(null, null, new EmailAddress("bob@home.example"), null),
                new Traits(null, null, null, born.plusDays(1))))
            assertThat(views().page(okafor, Whose.OWN, traits, 25, patient)).isEmpty();
        assertThat(views().page(
                                okafor,
                                Whose.OWN,
                                new Traits("ana", Set.of("555"), new EmailAddress("ana@home.example"), born),
                                25,
                                patient))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Ana    | Hart    | 1980-02-29 | true
            ANA    | hart    | 1980-02-29 | true
            Aná    | Härt    | 1980-02-29 | true
            Anna   | Hart    | 1980-02-29 | false
            Ana    | Harte   | 1980-02-29 | false
            Ana    | Har     | 1980-02-29 | false
            Hart   | Ana     | 1980-02-29 | false
            Ana    | Hart    | 1980-03-01 | false
            """)
    void aNamesakeHasTheWholeNameAndTheBirthDate(String first, String last, LocalDate born, boolean namesake) {
        var okafor = aProvider();
        var patient = added(okafor, details("Ana", "Hart", null, null, LocalDate.of(1980, 2, 29)));

        assertThat(patients().namesakes(okafor, details(first, last, null, null, born)))
                .isEqualTo(namesake ? List.of(patient) : List.of());
    }

    @Test
    void namesakesAreTheActorsOwnByTheirIds() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var details = details("Ana", "Hart", null, null, LocalDate.of(1980, 2, 29));
        var first = added(okafor, details);
        var second = added(okafor, details);
        appointments().add(okafor, AppointmentFixtures.appointment(first, lindqvist.id()));

        assertThat(patients().namesakes(okafor, details)).containsExactly(first, second);
        assertThat(patients().namesakes(lindqvist, details)).isEmpty();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private PatientId registered(Actor by, String lastName, String firstName) {
        var patient = patientNamed(by.id(), lastName, firstName);
        patients().add(by, patient);
        return patient.id();
    }

    private PatientId added(Actor by, PatientDetails details) {
        var patient = patient(by.id(), details);
        patients().add(by, patient);
        return patient.id();
    }

    private List<PatientId> found(Actor by, Traits traits) {
        return ids(by, Whose.OWN, traits);
    }

    private List<PatientId> ids(Actor by, Whose whose, Traits traits) {
        return views().page(by, whose, traits, 100, null).orElseThrow().items().stream()
                .map(PatientSummary::id)
                .toList();
    }

    private static Traits named(String name) {
        return new Traits(name, null, null, null);
    }

    private static PatientDetails details(
            String firstName, String lastName, @Nullable String phone, @Nullable String email, LocalDate born) {
        return new PatientDetails(
                new PersonName(firstName, lastName),
                born,
                Sex.OTHER,
                new ContactDetails(phone, email == null ? null : new EmailAddress(email)),
                PostalAddress.UNKNOWN,
                EmergencyContact.UNKNOWN,
                Insurance.NONE,
                null);
    }
}
