package org.chartroom.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.audit.domain.Verdict.Breach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail keeps names for as long as anybody asks. */
class AuditNamesTest {

    @Test
    void actionsAreNamedAsTheTrailKeepsThem() {
        assertThat(Action.values()).extracting(Action::toString).containsExactly("create", "read", "update", "delete");
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsNamedByLettersThatTheTrailKeeps(Reference.Kind kind) {
        assertThat(kind.toString()).isEqualToIgnoringCase(kind.name()).matches("[a-z_]+");
    }

    @ParameterizedTest
    @EnumSource
    void whatCanHappenToTheTrailIsSaidInWords(Breach breach) {
        assertThat(breach.words()).matches("(was|is) [a-z :]+");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65})
    void aHashHasSixtyFourDigits(int digits) {
        assertThat(new Hash("0".repeat(64)).hex()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new Hash("0".repeat(digits)));
    }
}
