package org.chartroom.provider.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartroom.provider.domain.Password;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledCommonPasswordsTest {

    private final BundledCommonPasswords common = new BundledCommonPasswords();

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "password", "PassWord", "qwertyuiop", "iloveyou", "chartroom-demo"})
    void whatIsGuessedFirstIsCommon(String password) {
        assertThat(common.contain(new Password(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "", "# told in the README"})
    void whatFewWouldThinkOfIsNot(String password) {
        assertThat(common.contain(new Password(password))).isFalse();
    }
}
