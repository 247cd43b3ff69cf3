package org.chartroom.patient.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;

public final class PatientFixtures {

    /** A text of the kinds that get lost on the way: line ends, accents of two kinds, right to left, beyond 16 bits. */
    public static final String MANY_SCRIPTS =
            "  Ärztin, Arztin\u0308\r\n\tالتهاب حاد‏ \"quoted\\\" 頭痛 🫀👩🏽‍⚕️ 𝒜 °C ½ <b>&amp;</b> ';--\n ";

    private static final List<PatientDetails> PEOPLE = List.of(
            new PatientDetails(
                    new PersonName("Maria", "Gonzalez"),
                    LocalDate.of(1958, 11, 3),
                    Sex.FEMALE,
                    new ContactDetails("(555) 013-2244", new EmailAddress("Maria.Gonzalez@example.org")),
                    new PostalAddress("1420 Juniper Street, Apt 4B", "Springfield", "IL", "62704"),
                    new EmergencyContact("Luis Gonzalez (son)", "555 013 2245"),
                    new Insurance("Blue Shield of Illinois", "XEH-443-902-117"),
                    "Prefers Spanish. Needs a wheelchair ramp."),
            new PatientDetails(
                    new PersonName("Tomás", "Ó Briain"),
                    LocalDate.of(1992, 2, 29),
                    Sex.MALE,
                    new ContactDetails("+353 1 555 0192", new EmailAddress("tomas@obriain.example")),
                    new PostalAddress("17 Sráid na Trá", "Baile Átha Cliath", "Leinster", "D02 X285"),
                    new EmergencyContact("Aoife Ní Bhriain", "+353 1 555 0193"),
                    new Insurance("VHI", "0098-2231-77"),
                    "Afraid of needles: lay him down first."),
            new PatientDetails(
                    new PersonName("ليلى", "حداد"),
                    LocalDate.of(2024, 7, 15),
                    Sex.FEMALE,
                    new ContactDetails("555.014.9981", new EmailAddress("haddad.family@example.com")),
                    new PostalAddress("88 Cedar Court", "Dearborn", "MI", "48126-1234"),
                    new EmergencyContact("Rami Haddad", "555.014.9982"),
                    new Insurance("Medicaid", "MI 7734 2201"),
                    "Both parents have custody."),
            new PatientDetails(
                    new PersonName("Alex", "Kowalczyk-Meyer"),
                    LocalDate.of(1979, 6, 30),
                    Sex.OTHER,
                    new ContactDetails("5550151010", new EmailAddress("alex.km+clinic@example.net")),
                    new PostalAddress("P.O. Box 12", "Kenai", "AK", "99611"),
                    new EmergencyContact("Jo Meyer", "5550151011"),
                    new Insurance("Aetna", "W2231 90871"),
                    "Call by first name only."));
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** A patient of whom everything is known, with three allergies and two chronic conditions. */
    public static Patient patient(ProviderId provider) {
        return new Patient(
                patientId(),
                provider,
                details(),
                List.of(
                        allergy("Penicillin", AllergySeverity.LIFE_THREATENING, "Anaphylaxis within minutes, 2011."),
                        allergy("Birch pollen", AllergySeverity.MILD, "Rhinitis in April."),
                        allergy("Latex", AllergySeverity.MODERATE, null)),
                List.of(
                        condition("Type 2 diabetes mellitus", LocalDate.of(2016, 4, 12), "HbA1c 7.1 % in spring."),
                        condition("Hypertension", null, null)));
    }

    public static Patient patient() {
        return patient(ProviderFixtures.DR_OKAFOR.id());
    }

    /** A patient of whom nothing is known that may be left out. */
    public static Patient walkIn(ProviderId provider) {
        return new Patient(patientId(), provider, bareDetails(), List.of(), List.of());
    }

    public static Patient patient(ProviderId provider, PatientDetails details) {
        return new Patient(patientId(), provider, details, List.of(), List.of());
    }

    public static Patient patientNamed(ProviderId provider, String lastName, String firstName) {
        return patient(provider, named(new PersonName(firstName, lastName)));
    }

    /** One of several people, taken in turn, with every field filled. */
    public static PatientDetails details() {
        return PEOPLE.get(NEXT.getAndIncrement() % PEOPLE.size());
    }

    public static PatientDetails bareDetails() {
        return named(new PersonName("Sam", "Doe"));
    }

    public static PatientDetails bornOn(LocalDate dateOfBirth) {
        return new PatientDetails(
                new PersonName("Sam", "Doe"),
                dateOfBirth,
                Sex.OTHER,
                ContactDetails.NONE,
                PostalAddress.UNKNOWN,
                EmergencyContact.UNKNOWN,
                Insurance.NONE,
                null);
    }

    public static PatientDetails named(PersonName name) {
        return new PatientDetails(
                name,
                LocalDate.of(1970, 1, 1),
                Sex.OTHER,
                ContactDetails.NONE,
                PostalAddress.UNKNOWN,
                EmergencyContact.UNKNOWN,
                Insurance.NONE,
                null);
    }

    public static Allergy allergy(String allergen, AllergySeverity severity, @Nullable String reaction) {
        return new Allergy(new AllergyId(TimeOrderedIds.nextId()), new AllergyDetails(allergen, severity, reaction));
    }

    public static Allergy allergy() {
        return allergy("Peanut", AllergySeverity.SEVERE, "Hives and wheezing.");
    }

    public static ChronicCondition condition(
            String condition, @Nullable LocalDate diagnosedDate, @Nullable String notes) {
        return new ChronicCondition(
                new ChronicConditionId(TimeOrderedIds.nextId()),
                new ChronicConditionDetails(condition, diagnosedDate, notes));
    }

    public static ChronicCondition condition() {
        return condition("Asthma", LocalDate.of(2001, 9, 1), "Spacer given.");
    }

    public static PatientId patientId() {
        return new PatientId(TimeOrderedIds.nextId());
    }

    private PatientFixtures() {}
}
