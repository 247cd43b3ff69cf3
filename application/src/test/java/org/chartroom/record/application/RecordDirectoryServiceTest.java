package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.chartroom.record.RecordDirectory.Usual;
import org.junit.jupiter.api.Test;

class RecordDirectoryServiceTest {

    private static final LocalDate BORN = LocalDate.of(2000, 3, 1);

    private final RecordDirectoryService records = new RecordDirectoryService();

    @Test
    void whatIsUsualIsToldByTheFieldsName() {
        assertThat(records.usual(DR_OKAFOR, BORN, BORN.plusYears(30)))
                .contains(
                        new Usual("heartRate", BigDecimal.valueOf(60), BigDecimal.valueOf(100)),
                        new Usual("oxygenSaturation", BigDecimal.valueOf(94), null));
    }

    @Test
    void whatNoSourceTellsIsLeftOut() {
        assertThat(records.usual(DR_OKAFOR, BORN, BORN.plusYears(5)))
                .extracting(Usual::sign)
                .contains("heartRate")
                .doesNotContain("bmi");
        assertThat(records.usual(DR_OKAFOR, BORN, BORN.minusDays(1))).isEmpty();
    }
}
