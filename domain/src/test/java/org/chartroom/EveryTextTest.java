package org.chartroom;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.Violation;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.PatientEntry;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.patient.domain.PhoneRegion;
import org.chartroom.provider.Origin;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.SignInTry;
import org.chartroom.provider.domain.Token;
import org.chartroom.record.RecordDirectory.Usual;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Grounds;
import org.chartroom.record.domain.RecordDiff.FieldChange;
import org.chartroom.record.domain.RecordDiff.PartChange;
import org.chartroom.record.domain.RecordFixtures;
import org.chartroom.record.domain.Segment;
import org.chartroom.record.domain.Signature;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class EveryTextTest {

    static final List<Text> TEXTS = """
            PersonName              | firstName             |    100 | required | stripped
            PersonName              | lastName              |    100 | required | stripped
            ProviderDetails         | specialty             |    200 | optional | stripped
            ProviderDetails         | licenseNumber         |     64 | optional | stripped
            ProviderDetails         | phone                 |     32 | optional | stripped
            PatientDetails          | notes                 |  20000 | optional | kept
            ContactDetails          | phone                 |     32 | optional | stripped
            PostalAddress           | address               |    500 | optional | stripped
            PostalAddress           | city                  |    200 | optional | stripped
            PostalAddress           | state                 |    200 | optional | stripped
            PostalAddress           | zipCode               |     64 | optional | stripped
            EmergencyContact        | emergencyContactName  |    200 | optional | stripped
            EmergencyContact        | emergencyContactPhone |     32 | optional | stripped
            Insurance               | insuranceProvider     |    200 | optional | stripped
            Insurance               | insurancePolicyNumber |     64 | optional | stripped
            AllergyDetails          | allergen              |    200 | required | stripped
            AllergyDetails          | reaction              |  20000 | optional | kept
            ChronicConditionDetails | condition             |    200 | required | stripped
            ChronicConditionDetails | notes                 |  20000 | optional | kept
            AppointmentDetails      | reason                |  20000 | optional | kept
            AppointmentDetails      | notes                 |  20000 | optional | kept
            Overbooking             | overlapReason         |    500 | required | kept
            SoapNote                | chiefComplaint        |  20000 | required | kept
            SoapNote                | subjective            |  20000 | section  | kept
            SoapNote                | objective             |  20000 | section  | kept
            SoapNote                | assessment            |  20000 | section  | kept
            SoapNote                | plan                  |  20000 | section  | kept
            AiScribe                | aiTranscript          | 500000 | optional | kept
            AiScribe                | aiSummary             |  20000 | optional | kept
            SymptomDetails          | name                  |    200 | required | kept
            SymptomDetails          | duration              |    200 | optional | kept
            SymptomDetails          | notes                 |  20000 | optional | kept
            PrescriptionDetails     | medication            |    200 | required | kept
            PrescriptionDetails     | dosage                |    200 | required | kept
            PrescriptionDetails     | frequency             |    200 | required | kept
            PrescriptionDetails     | duration              |    200 | required | kept
            PrescriptionDetails     | instructions          |  20000 | optional | kept
            SectionText             | text                  |  20000 | required | kept
            Evidence                | quote                 |   2000 | required | kept
            Engine                  | name                  |    100 | required | stripped
            Engine                  | version               |     64 | required | stripped
            """.lines().map(Text::of).toList();

    private static final List<Class<?>> WITH_RULES_OF_THEIR_OWN = List.of(
            EmailAddress.class,
            Hash.class,
            Origin.class,
            Password.class,
            PasswordHash.class,
            PhoneRegion.class,
            SignInTry.class,
            StoredEvent.class,
            Token.class,
            Violation.class,
            IdempotencyKey.class,
            Fingerprint.class,
            Answer.class,
            Addendum.class,
            Signature.class,
            Segment.class,
            FieldChange.class,
            PartChange.class,
            Column.class,
            Filter.class,
            Grounds.class,
            Usual.class,
            PatientEntry.class, // anything, until it is checked, and so are those below
            AllergyEntry.class,
            ChronicConditionEntry.class,
            AppointmentEntry.class);

    private static final Map<String, Record> FILLED = byName(Samples.ALL.values());

    private static final Map<String, Record> BARE = byName(
            ProviderFixtures.bareProvider(),
            PatientFixtures.walkIn(ProviderFixtures.providerId()),
            PatientFixtures.allergy("Latex", AllergySeverity.MILD, null),
            PatientFixtures.condition("Asthma", null, null),
            AppointmentFixtures.bareDetails(),
            RecordFixtures.bareRecord(AppointmentFixtures.appointmentId()),
            RecordFixtures.fatigue(),
            RecordFixtures.paracetamol());

    @Test
    void theTableNamesEveryTextOfTheDomain() {
        var texts = Records.besides(Redacted.class).stream()
                .filter(not(WITH_RULES_OF_THEIR_OWN::contains))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType().equals(String.class))
                .map(component -> component.getDeclaringRecord().getSimpleName() + "." + component.getName());

        assertThat(TEXTS.stream().map(text -> text.type + "." + text.field))
                .containsExactlyInAnyOrderElementsOf(texts.toList());
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void aTextMayBeAsLongAsTheTableSays(Text text) {
        var longest = "x".repeat(text.most);

        assertThat(text.written(longest)).isEqualTo(longest);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void anEmojiCountsAsOneCharacter(Text text) {
        var longest = "🫀".repeat(text.most);

        assertThat(text.written(longest)).isEqualTo(longest);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void oneCharacterMoreIsTooLong(Text text) {
        assertThat(text.refused("x".repeat(text.most + 1))).containsExactly(text.field + ": too-long");
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void oneEmojiMoreIsTooLong(Text text) {
        assertThat(text.refused("🫀".repeat(text.most + 1))).containsExactly(text.field + ": too-long");
    }

    @ParameterizedTest
    @MethodSource("textsWithNothingButSpace")
    void aTextThatIsThereSaysSomething(Text text, String space) {
        assertThat(text.refused(space)).containsExactly(text.field + ": blank");
    }

    @ParameterizedTest
    @MethodSource("sectionsWithNothingButSpace")
    void aSectionOfANoteMayBeBlank(Text text, String space) {
        assertThat(text.written(space)).isEqualTo(space);
    }

    @ParameterizedTest
    @MethodSource("textsThatMustBeThere")
    void aTextThatMustBeThereIsNotLeftOut(Text text) {
        assertThat(text.refused(null)).containsExactly(text.field + ": required");
    }

    @ParameterizedTest
    @MethodSource("textsThatMayBeLeftOut")
    void anOptionalTextMayBeLeftOut(Text text) {
        var bare = Records.with(BARE.get(text.type), text.field, null);

        assertThat(Records.get(bare, text.field)).isNull();
    }

    @ParameterizedTest
    @MethodSource("textsThatCannotBeStored")
    void whatTheDatabaseCannotStoreIsRefused(Text text, String unstorable) {
        assertThat(text.refused(unstorable)).containsExactly(text.field + ": unstorable");
    }

    @ParameterizedTest
    @MethodSource("clinicalTexts")
    void aClinicalTextIsKeptToTheByte(Text text) {
        assertThat(text.written(PatientFixtures.MANY_SCRIPTS)).isEqualTo(PatientFixtures.MANY_SCRIPTS);
    }

    @ParameterizedTest
    @MethodSource("linesOfTheFrontDesk")
    void whatTheFrontDeskTypesLosesTheSpaceAroundIt(Text text) {
        assertThat(text.written("\u2003\t Jo\u0308rg  Ó Briain \r\n")).isEqualTo("Jo\u0308rg  Ó Briain");
    }

    @ParameterizedTest
    @MethodSource("linesOfTheFrontDesk")
    void theSpaceAroundItDoesNotCount(Text text) {
        var longest = "x".repeat(text.most);

        assertThat(text.written("  " + longest + "  ")).isEqualTo(longest);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void aRefusalDoesNotRepeatTheText(Text text) {
        var tooLong = "Gonzalez".repeat(text.most);

        assertThat(text.refusal(tooLong))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage() + refusal.facts()).doesNotContain("Gonzalez"));
    }

    static Stream<Object[]> textsWithNothingButSpace() {
        return TEXTS.stream().filter(text -> !text.need.equals("section")).flatMap(EveryTextTest::withSpaces);
    }

    static Stream<Object[]> sectionsWithNothingButSpace() {
        return TEXTS.stream().filter(text -> text.need.equals("section")).flatMap(EveryTextTest::withSpaces);
    }

    static Stream<Text> textsThatMustBeThere() {
        return TEXTS.stream().filter(text -> !text.need.equals("optional"));
    }

    static Stream<Text> textsThatMayBeLeftOut() {
        return TEXTS.stream().filter(text -> text.need.equals("optional"));
    }

    static Stream<Text> clinicalTexts() {
        return TEXTS.stream().filter(text -> text.whole.equals("kept"));
    }

    static Stream<Text> linesOfTheFrontDesk() {
        return TEXTS.stream().filter(text -> text.whole.equals("stripped"));
    }

    static Stream<Object[]> textsThatCannotBeStored() {
        return TEXTS.stream()
                .flatMap(text -> Stream.of(
                                "a\u0000b", "\u0000", "half \uD83E", "\uDEC0 half", "\uDEC0\uD83E", "\uD83E x")
                        .map(unstorable -> new Object[] {text, unstorable}));
    }

    private static Stream<Object[]> withSpaces(Text text) {
        return Stream.of("", " ", "\t\r\n", "\u00A0", "\u2003\u0085\u202F").map(space -> new Object[] {text, space});
    }

    private static Map<String, Record> byName(Object... wholes) {
        return Records.within(wholes).values().stream()
                .collect(Collectors.toMap(record -> record.getClass().getSimpleName(), record -> record));
    }

    record Text(String type, String field, int most, String need, String whole) {

        static Text of(String line) {
            var cells = line.split("\\|", -1);
            return new Text(
                    cells[0].strip(),
                    cells[1].strip(),
                    Integer.parseInt(cells[2].strip()),
                    cells[3].strip(),
                    cells[4].strip());
        }

        @Nullable
        Object written(@Nullable String value) {
            return Records.get(Records.with(FILLED.get(type), field, value), field);
        }

        List<String> refused(@Nullable String value) {
            return Refused.fieldsOf(() -> Records.with(FILLED.get(type), field, value));
        }

        InvalidInput refusal(String value) {
            var refusals = new ArrayList<InvalidInput>();
            try {
                written(value);
            } catch (InvalidInput refused) {
                refusals.add(refused);
            }
            return refusals.getFirst();
        }

        @Override
        public String toString() {
            return type + "." + field;
        }
    }
}
