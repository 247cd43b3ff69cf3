package org.chartroom.provider.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.chartroom.kernel.Missing;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"eight ch", "🫀🫀🫀🫀🫀🫀🫀🫀", "        ", "aaaaaaaa", "Zürich–Ōsaka"})
    void eightCharactersOfWhateverKindWillDo(String typed) {
        assertThat(chosen(typed).value()).isEqualTo(typed);
    }

    @Test
    void nothingOfALongOneIsCutOff() {
        var typed = "ä🫀".repeat(128);

        assertThat(chosen(typed).value()).isEqualTo(typed);
    }

    @Test
    void sevenCharactersAreTooFew() {
        assertThat(refused("🫀".repeat(7))).containsExactly("newPassword: too-short");
    }

    @Test
    void moreThan256AreTooMany() {
        assertThat(refused("🫀".repeat(257))).containsExactly("newPassword: too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000eight ch", "eight ch\ud800"})
    void whatCannotBeTypedIsRefused(String typed) {
        assertThat(refused(typed)).containsExactly("newPassword: unstorable");
    }

    @Test
    void oneThatIsRefusedAsItWasTypedIsNotLookedAtAnyFurther() {
        assertThat(refused(Missing.field())).containsExactly("newPassword: required");
        assertThat(refused("\u0000")).containsExactly("newPassword: unstorable");
    }

    @Test
    void aCommonOneIsRefused() {
        assertThat(refused("password1")).containsExactly("newPassword: too-common");
    }

    @Test
    void oneThatIsTypedAsBaseLettersAndMarksIsTheSame() {
        assertThat(new Password("A\u030angstro\u0308m")).isEqualTo(new Password("\u00c5ngstr\u00f6m"));
    }

    @Test
    void aHashHasUpToFiveHundredCharacters() {
        assertThat(new PasswordHash("h".repeat(500)).value()).hasSize(500);
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash("h".repeat(501)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash(" "));
    }

    private static Password chosen(String typed) {
        return Password.chosen(
                "newPassword", typed, common -> Set.of("password1").contains(common.value()));
    }

    private static List<String> refused(String typed) {
        return Refused.fieldsOf(() -> chosen(typed));
    }
}
