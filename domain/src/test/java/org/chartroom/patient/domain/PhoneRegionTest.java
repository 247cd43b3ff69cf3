package org.chartroom.patient.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRegionTest {

    @Test
    void aRegionIsTwoLetters() {
        assertThat(new PhoneRegion("DE").code()).isEqualTo("DE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "de", "DEU", "D1", "49"})
    void anythingElseIsOurMistake(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneRegion(code));
    }
}
