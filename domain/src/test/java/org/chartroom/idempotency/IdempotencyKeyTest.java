package org.chartroom.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "a", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\""})
    void visibleAsciiIsAKey(String value) {
        assertThat(new IdempotencyKey(value).value()).isEqualTo(value);
    }

    @Test
    void aKeyHasAtMost128Characters() {
        assertThat(IdempotencyKey.isAcceptable("k".repeat(128))).isTrue();
        assertThat(IdempotencyKey.isAcceptable("k".repeat(129))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ä", "line\nbreak", "\u007f"})
    void anythingElseIsNone(String value) {
        assertThat(IdempotencyKey.isAcceptable(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(value));
    }

    @Test
    void aKeyNeverPrints() {
        assertThat(new IdempotencyKey("Ada-Okafor")).hasToString("IdempotencyKey");
    }
}
