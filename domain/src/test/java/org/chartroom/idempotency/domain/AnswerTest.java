package org.chartroom.idempotency.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final UUID PATIENT = UUID.fromString("00000000-0000-8000-8000-de3005000000");

    @ParameterizedTest
    @ValueSource(strings = {"/api/patients/%s", "/api/patients/%s/allergies/00000000-0000-8000-8000-000000000001"})
    void whatWasCreatedBelongsToTheFirstThatItsPathNames(String location) {
        assertThat(answer(location.formatted(PATIENT)).aggregate()).isEqualTo(PATIENT);
    }

    @Test
    void aPathThatNamesNothingIsOurMistake() {
        assertThatIllegalStateException()
                .isThrownBy(() -> answer("/api/patients").aggregate())
                .withMessage("what was created has no id in its location");
    }

    @Test
    void aFingerprintIsSixtyFourDigits() {
        assertThat(new Fingerprint("0a".repeat(32)).sha256()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 62, 63, 65, 128})
    void anythingElseIsNoFingerprint(int digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint("a".repeat(digits)));
    }

    private static Answer answer(String location) {
        return new Answer(201, location, null, "{}");
    }
}
