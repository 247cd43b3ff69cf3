package org.chartroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nkechi@clinic.example",
                "N.Okafor+rx@Mail.Clinic.example",
                "a@b",
                "o'rourke@clinic.example",
                "李娜@诊所.例子",
                "\"odd,but,legal\"@clinic.example"
            })
    void anAddressIsKeptAsItWasTyped(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @Test
    void theSpaceAroundAnAddressIsDropped() {
        assertThat(new EmailAddress(" \tnkechi@clinic.example\n").value()).isEqualTo("nkechi@clinic.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nkechi",
                "@clinic.example",
                "nkechi@",
                "@",
                "nkechi@okafor@clinic.example",
                "nkechi okafor@clinic.example",
                "nkechi@clinic. example",
                "nkechi@clinic.example\r\nBcc: all@clinic.example",
                "nkechi\u00A0okafor@clinic.example",
                "nkechi@clinic\u2003.example",
                "nkechi@clinic\u0085.example"
            })
    void whatCannotBeAnAddressIsMalformed(String address) {
        assertThat(Refused.fieldsOf(() -> new EmailAddress(address))).containsExactly(": malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0"})
    void aBlankAddressIsCalledBlank(String address) {
        assertThat(Refused.fieldsOf(() -> new EmailAddress(address))).containsExactly(": blank");
    }

    @ParameterizedTest
    @NullSource
    void anAddressIsNotLeftOut(String address) {
        assertThat(Refused.fieldsOf(() -> new EmailAddress(address))).containsExactly(": required");
    }

    @Test
    void anAddressMayHaveThreeHundredAndTwentyCharacters() {
        var longest = "🫀".repeat(64) + "@" + "d".repeat(255);

        assertThat(new EmailAddress(longest).value()).isEqualTo(longest);
    }

    @Test
    void oneCharacterMoreIsTooLong() {
        var longer = "u".repeat(65) + "@" + "d".repeat(255);

        assertThat(Refused.fieldsOf(() -> new EmailAddress(longer))).containsExactly(": too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000@b", "\uD83E@b"})
    void anAddressThatCannotBeStoredIsRefused(String address) {
        assertThat(Refused.fieldsOf(() -> new EmailAddress(address))).containsExactly(": unstorable");
    }

    @Test
    void aRefusalDoesNotRepeatTheAddress() {
        assertThat(Refused.violationsOf(() -> new EmailAddress("maria gonzalez"))
                        .toString())
                .doesNotContain("gonzalez");
    }
}
