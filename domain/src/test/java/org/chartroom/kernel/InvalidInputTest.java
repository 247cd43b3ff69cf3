package org.chartroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidInputTest {

    private static final Violation SEX = new Violation("sex", "required", "is required");
    private static final Violation CITY = new Violation("city", "too-long", "at most 200 characters");

    @Test
    void oneWrongFieldIsCounted() {
        assertThat(new InvalidInput(List.of(SEX))).hasMessage("1 field is not acceptable.");
    }

    @Test
    void severalWrongFieldsAreCounted() {
        assertThat(new InvalidInput(List.of(SEX, CITY))).hasMessage("2 fields are not acceptable.");
    }

    @Test
    void everyWrongFieldIsAmongTheFacts() {
        assertThat(new InvalidInput(List.of(SEX, CITY)).facts())
                .containsOnlyKeys("errors")
                .containsValue(List.of(SEX, CITY));
    }

    @Test
    void whatWasFoundIsNotChangedAfterwards() {
        var found = new ArrayList<>(List.of(SEX));
        var refusal = new InvalidInput(found);

        found.add(CITY);

        assertThat(refusal.violations()).containsExactly(SEX);
    }

    @Test
    void ofManyThatAreWrongItSaysHowManyAndTellsSome() {
        assertThat(InvalidInput.ofMany(List.of(SEX, CITY), 7))
                .hasMessage("7 fields are not acceptable. The first 2 are told here.")
                .returns(List.of(SEX, CITY), InvalidInput::violations);
        assertThat(InvalidInput.ofMany(List.of(SEX), 1)).hasMessage("1 field is not acceptable.");
    }

    @Test
    void factsAreNotChangedFromOutside() {
        var facts = new InvalidInput(List.of(SEX)).facts();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(facts::clear);
    }
}
