package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.chartroom.patient.domain.PhoneRegion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the JVM's locale")
class ClinicConfigurationTest {

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void backHome() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({"DE, DE", "de, DE", "' gb ', GB"})
    void theClinicIsWhereItSaysItIs(String setting, String region) {
        assertThat(phoneRegion(setting)).isEqualTo(new PhoneRegion(region));
    }

    @ParameterizedTest
    @CsvSource({"de-AT, AT", "en, US", "es-419, US"})
    void aClinicThatDoesNotSayIsWhereItsSystemIs(String system, String region) {
        Locale.setDefault(Locale.forLanguageTag(system));

        assertThat(phoneRegion("")).isEqualTo(new PhoneRegion(region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USA", "1", "de_DE"})
    void aClinicIsNowhereElse(String setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> phoneRegion(setting));
    }

    private static PhoneRegion phoneRegion(String setting) {
        return new ClinicConfiguration()
                .phoneRegion(new ClinicSettings(
                        "",
                        setting,
                        List.of(),
                        new ClinicSettings.Audit(""),
                        new ClinicSettings.Backup("", "02:30", 7)));
    }
}
