package org.chartroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationsTest {

    @Test
    void aFormWithNothingWrongIsAccepted() {
        var wrong = new Violations();

        assertThatCode(wrong::refuse).doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfTheForm() {
        var refused = collect(wrong -> {
            wrong.line("city", " ", 10);
            wrong.range("heartRate", 9, 10, 350);
            wrong.required("sex", null);
        });

        assertThat(refused).containsExactly("city: blank", "heartRate: out-of-range", "sex: required");
    }

    @Test
    void oneTextCanBeWrongInTwoWays() {
        var refused = collect(wrong -> wrong.text("notes", "\u0000\u0000\u0000", 2));

        assertThat(refused).containsExactly("notes: too-long", "notes: unstorable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udbff", "\udc00", "\udfff"})
    void halfOfASurrogatePairIsNoText(String half) {
        assertThat(collect(wrong -> wrong.text("notes", half, 2))).containsExactly("notes: unstorable");
    }

    @ParameterizedTest
    @CsvSource({"1, at most 1 decimal place", "2, at most 2 decimal places"})
    void aNumberThatIsTooPreciseIsToldHowPreciseItMayBe(int decimals, String message) {
        var refused = Refused.violationsOf(() -> {
            var wrong = new Violations();
            wrong.decimal("weight", new BigDecimal("70.125"), "0.2", "500", decimals);
            wrong.refuse();
            return wrong;
        });

        assertThat(refused).containsExactly(new Violation("weight", "too-precise", message));
    }

    @Test
    void aPartThatIsAcceptedIsHandedOn() {
        var wrong = new Violations();

        assertThat(wrong.part("name", () -> signature("Okafor"))).isEqualTo(new PersonName("Nkechi", "Okafor"));
    }

    @Test
    void aPartOfTheFormItselfNamesItsFieldsPlainly() {
        var refused = collect(wrong -> wrong.part(() -> signature(" ")));

        assertThat(refused).containsExactly("lastName: blank");
    }

    @Test
    void aPartInAFieldNamesItsFieldsBehindIt() {
        var refused = collect(wrong -> wrong.part("doctor", () -> signature(" ")));

        assertThat(refused).containsExactly("doctor.lastName: blank");
    }

    @Test
    void aValueThatIsWrongAsAWholeIsNamedByItsField() {
        var refused = collect(wrong -> wrong.part("email", () -> new EmailAddress("nobody")));

        assertThat(refused).containsExactly("email: malformed");
    }

    @Test
    void partsOfPartsAreNamedByTheirWholePath() {
        var refused = collect(visit -> visit.part("record", () -> {
            var record = new Violations();
            record.parts("witnesses", List.of("Okafor", "", "Lindqvist", "x".repeat(101)), ViolationsTest::signature);
            record.refuse();
            return record;
        }));

        assertThat(refused)
                .containsExactly("record.witnesses[1].lastName: blank", "record.witnesses[3].lastName: too-long");
    }

    @Test
    void whatIsWrongInSeveralPartsIsSaidAtOnce() {
        var refused = collect(wrong -> {
            wrong.part("doctor", () -> new PersonName(" ", Missing.field()));
            wrong.part("nurse", () -> signature(""));
        });

        assertThat(refused)
                .containsExactly("doctor.firstName: blank", "doctor.lastName: required", "nurse.lastName: blank");
    }

    @Test
    void aListKeepsItsOrder() {
        var names = new Violations()
                .parts("witnesses", List.of("Okafor", "Lindqvist", "Nguyễn"), ViolationsTest::signature);

        assertThat(names).extracting(PersonName::lastName).containsExactly("Okafor", "Lindqvist", "Nguyễn");
    }

    @Test
    void aListThatIsLeftOutIsEmpty() {
        var names = new Violations().parts("witnesses", null, ViolationsTest::signature);

        assertThat(names).isEmpty();
    }

    @Test
    void aGapInAListIsRefusedByItsPlace() {
        var refused = collect(wrong ->
                wrong.parts("witnesses", Arrays.asList("Okafor", Missing.<String>field()), ViolationsTest::signature));

        assertThat(refused).containsExactly("witnesses[1]: required");
    }

    @Test
    void aListOfTwoHundredIsAccepted() {
        var names = new Violations().parts("witnesses", Collections.nCopies(200, "Okafor"), ViolationsTest::signature);

        assertThat(names).hasSize(200);
    }

    @Test
    void aLongerListIsRefusedUnread() {
        var refused =
                collect(wrong -> wrong.parts("witnesses", Collections.nCopies(201, " "), ViolationsTest::signature));

        assertThat(refused).containsExactly("witnesses: too-many");
    }

    @Test
    void aNumberMayBeLeftOut() {
        var refused = collect(wrong -> {
            wrong.range("heartRate", null, 10, 350);
            wrong.decimal("weight", null, "0.2", "500", 2);
        });

        assertThat(refused).isEmpty();
    }

    @Test
    void aBugInsideAPartIsNotTakenForAWrongField() {
        assertThatCode(() -> new Violations().part("name", () -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
    }

    private static List<String> collect(Consumer<Violations> form) {
        return Refused.fieldsOf(() -> {
            var wrong = new Violations();
            form.accept(wrong);
            wrong.refuse();
            return wrong;
        });
    }

    private static PersonName signature(String lastName) {
        return new PersonName("Nkechi", lastName);
    }

    @Test
    void aConstantIsReadByTheNameThatItPrints() {
        var wrong = new Violations();

        assertThat(wrong.constant("kind", "CONFLICT", Refusal.Kind.class)).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(wrong.constant("kind", null, Refusal.Kind.class)).isNull();
        assertThat(wrong.found()).isEmpty();

        assertThat(wrong.constant("kind", "conflict", Refusal.Kind.class)).isNotNull();
        assertThat(wrong.found())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("kind", "malformed"));
        assertThat(wrong.found().getFirst().message()).startsWith("must be one of UNKNOWN, CONFLICT, ");
    }

    @Test
    void aListMayBeOfAnyLength() {
        var wrong = new Violations();
        var many = Collections.nCopies(Violations.LIST + 1, "x");

        assertThat(wrong.each("visits", many, each -> each)).isEqualTo(many);
        assertThat(wrong.found()).isEmpty();
    }
}
