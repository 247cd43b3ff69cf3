package org.chartroom.patient.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.patient.domain.PatientFixtures.bareDetails;
import static org.chartroom.patient.domain.PatientFixtures.bornOn;
import static org.chartroom.patient.domain.PatientFixtures.details;

import java.time.LocalDate;
import org.chartroom.Records;
import org.chartroom.kernel.Missing;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refused;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.PatientEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1890-01-01", "1960-02-29", "2199-12-31"})
    void aBirthdayIsBetweenTheBounds(LocalDate birthday) {
        assertThat(bornOn(birthday).dateOfBirth()).isEqualTo(birthday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1889-12-31", "2200-01-01", "-999999999-01-01", "+999999999-12-31"})
    void anotherBirthdayIsOutOfRange(LocalDate birthday) {
        assertThat(Refused.fieldsOf(() -> bornOn(birthday))).containsExactly("dateOfBirth: out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1890-01-01", "2016-04-12", "2199-12-31"})
    void aDiagnosisIsBetweenTheBounds(LocalDate diagnosed) {
        assertThat(new ChronicConditionDetails("Asthma", diagnosed, null).diagnosedDate())
                .isEqualTo(diagnosed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1889-12-31", "2200-01-01"})
    void anotherDiagnosisIsOutOfRange(LocalDate diagnosed) {
        assertThat(Refused.fieldsOf(() -> new ChronicConditionDetails("Asthma", diagnosed, null)))
                .containsExactly("diagnosedDate: out-of-range");
    }

    @Test
    void anAllergyThatIsTakenOverIsSoundOrEachFieldIsTold() {
        var sound = new AllergyEntry("Penicillin", "severe", "Hives");

        assertThat(AllergyDetails.of(sound).entry()).isEqualTo(sound);
        assertThat(Refused.fieldsOf(() -> AllergyDetails.of(new AllergyEntry(" ", "awful", ""))))
                .containsExactlyInAnyOrder("severity: malformed", "allergen: blank", "reaction: blank");
        assertThat(Refused.fieldsOf(() -> AllergyDetails.of(new AllergyEntry("Penicillin", "awful", null))))
                .containsExactly("severity: malformed");
    }

    @Test
    void birthdayAndSexAreNotLeftOut() {
        assertThat(Refused.fieldsOf(() -> new PatientDetails(
                        new PersonName("Sam", "Doe"),
                        Missing.field(),
                        Missing.field(),
                        ContactDetails.NONE,
                        PostalAddress.UNKNOWN,
                        EmergencyContact.UNKNOWN,
                        Insurance.NONE,
                        " ")))
                .containsExactly("dateOfBirth: required", "sex: required", "notes: blank");
    }

    @Test
    void bothNamesAreRefusedAtOnce() {
        assertThat(Refused.fieldsOf(() -> new PersonName(Missing.field(), "x".repeat(101))))
                .containsExactly("firstName: required", "lastName: too-long");
    }

    @Test
    void everyPartOfAnAddressIsRefusedAtOnce() {
        assertThat(Refused.fieldsOf(() -> new PostalAddress(" ", "c".repeat(201), "\u0000", "z".repeat(65))))
                .containsExactly("address: blank", "city: too-long", "state: unstorable", "zipCode: too-long");
    }

    @Test
    void theSeverityOfAnAllergyIsNotLeftOut() {
        assertThat(Refused.fieldsOf(() -> new AllergyDetails(" ", Missing.field(), "")))
                .containsExactly("allergen: blank", "severity: required", "reaction: blank");
    }

    @Test
    void aPatientOfWhomAllIsKnownIsComplete() {
        assertThat(details().incomplete()).isEmpty();
    }

    @Test
    void aWalkInHasEveryGroupToBeAskedFor() {
        assertThat(bareDetails().incomplete()).containsExactly("address", "emergencyContact", "insurance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "city", "state", "zipCode"})
    void anAddressWithoutAPartIsIncomplete(String part) {
        var address = Records.with(details().address(), part, null);

        assertThat(((PatientDetails) Records.with(details(), "address", address)).incomplete())
                .containsExactly("address");
    }

    @Test
    void anEmergencyContactWithoutAPhoneIsIncomplete() {
        var contact = new EmergencyContact("Luis Gonzalez", null);

        assertThat(((PatientDetails) Records.with(details(), "emergencyContact", contact)).incomplete())
                .containsExactly("emergencyContact");
    }

    @Test
    void anInsurerWithoutAPolicyIsIncomplete() {
        var insurance = new Insurance("Aetna", null);

        assertThat(((PatientDetails) Records.with(details(), "insurance", insurance)).incomplete())
                .containsExactly("insurance");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Luis Gonzalez | 555 013 2245 | -
            Luis Gonzalez | -            | -
            -             | -            | -
            -             | 555 013 2245 | emergencyContactName: incomplete
            """)
    void anEmergencyPhoneComesWithAName(@Nullable String name, @Nullable String phone, @Nullable String refused) {
        assertThat(String.join(", ", Refused.fieldsOf(() -> new EmergencyContact(name, phone))))
                .isEqualTo(refused == null ? "" : refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Aetna | W2231 90871 | -
            Aetna | -           | -
            -     | -           | -
            -     | W2231 90871 | insuranceProvider: incomplete
            """)
    void aPolicyComesWithAnInsurer(@Nullable String insurer, @Nullable String policy, @Nullable String refused) {
        assertThat(String.join(", ", Refused.fieldsOf(() -> new Insurance(insurer, policy))))
                .isEqualTo(refused == null ? "" : refused);
    }

    @Test
    void sexesAreNamedAsTheTicketNamesThem() {
        assertThat(Sex.values()).extracting(Sex::toString).containsExactly("male", "female", "other");
    }

    @Test
    void severitiesAreNamedAsTheTicketNamesThem() {
        assertThat(AllergySeverity.values())
                .extracting(AllergySeverity::toString)
                .containsExactly("mild", "moderate", "severe", "life_threatening");
    }

    @Test
    void whoIsTakenOverIsKeptAsWhoIsRegistered() {
        var id = PatientFixtures.patientId();
        var details = PatientFixtures.details();

        assertThat(PatientDetails.of(details.entry(id))).isEqualTo(details);
        assertThat(PatientFixtures.bareDetails().entry(id).email()).isNull();
        assertThat(PatientDetails.of(PatientFixtures.bareDetails().entry(id))).isEqualTo(PatientFixtures.bareDetails());
    }

    @Test
    void everythingThatIsWrongWithWhoIsTakenOverIsTold() {
        var entry = (PatientEntry) Records.with(
                Records.with(PatientFixtures.details().entry(PatientFixtures.patientId()), "email", "x"), "sex", "f");

        assertThat(Refused.fieldsOf(() -> PatientDetails.of(entry)))
                .containsExactlyInAnyOrder("email: malformed", "sex: malformed");
        assertThat(Refused.fieldsOf(() -> PatientDetails.of((PatientEntry) Records.with(entry, "id", null))))
                .contains("id: required");
    }
}
