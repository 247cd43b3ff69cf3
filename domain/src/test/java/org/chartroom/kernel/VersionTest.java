package org.chartroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"2030-03-04T09:00:00Z", "2030-03-04T09:00:00.123456Z", "1969-12-31T23:59:59.999999Z"})
    void aVersionIsAWholeMicrosecond(String at) {
        assertThat(new Version(Instant.parse(at)).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-03-04T09:00:00.123456789Z",
                "2030-03-04T09:00:00.000000001Z",
                "1969-12-31T23:59:59.999999999Z"
            })
    void aFinerTimeIsABugOfOurs(String at) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(Instant.parse(at)));
    }
}
