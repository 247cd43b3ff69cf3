package org.chartroom.studio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.List;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.Violations;
import org.chartroom.studio.domain.Filter.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATIENT     | last_name         | EQUALS      | Okafor
            PATIENT     | last_name         | STARTS_WITH | Oka
            PATIENT     | last_name         | STARTS_WITH | ' Oka '
            PATIENT     | date_of_birth     | BEFORE      | 2000-02-29
            PATIENT     | date_of_birth     | AFTER       | 0001-01-01
            PATIENT     | date_of_birth     | BEFORE      | 9999-12-31
            PATIENT     | phone             | IS_EMPTY    | x
            PATIENT     | sex               | EQUALS      | female
            PATIENT     | id                | EQUALS      | 00000000-0000-4000-8000-00000000000A
            PATIENT     | notes             | STARTS_WITH | Prefers
            APPOINTMENT | appointment_date  | AFTER       | 2026-03-02
            APPOINTMENT | appointment_date  | AFTER       | 2026-03-02T09:30:00Z
            VITAL_SIGNS | temperature       | AFTER       | 37.5
            SYMPTOM     | severity          | BEFORE      | 5
            PRESCRIPTION | quantity         | EQUALS      | 2147483647
            SYMPTOM     | ai_generated      | EQUALS      | true
            SYMPTOM     | ai_generated      | EQUALS      | false
            """)
    void whatCanStandInTheColumnCanBeLookedFor(ClinicTable table, String column, Comparison comparison, String value) {
        var filter = new Filter(table.column(column), comparison, value);

        assertThat(filter.value()).isEqualTo(comparison == Comparison.IS_EMPTY ? "" : value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATIENT     | last_name         | BEFORE      | x                         | comparison
            PATIENT     | last_name         | IS_EMPTY    | x                         | comparison
            PATIENT     | notes             | EQUALS      | x                         | comparison
            PATIENT     | sex               | STARTS_WITH | f                         | comparison
            PATIENT     | sex               | EQUALS      | unknown                   | value
            PATIENT     | date_of_birth     | EQUALS      | 2001-02-29                | value
            PATIENT     | date_of_birth     | EQUALS      | -2001-02-28               | value
            PATIENT     | date_of_birth     | EQUALS      | 0000-12-31                | value
            PATIENT     | date_of_birth     | EQUALS      | +10000-01-01              | value
            PATIENT     | id                | EQUALS      | 1-1-1-1-1                 | value
            PATIENT     | id                | EQUALS      | x                         | value
            APPOINTMENT | appointment_date  | AFTER       | yesterday                 | value
            APPOINTMENT | appointment_date  | AFTER       | +99999-01-01T00:00:00Z    | value
            SYMPTOM     | severity          | EQUALS      | 1.5                       | value
            SYMPTOM     | severity          | EQUALS      | ٣                         | value
            SYMPTOM     | severity          | EQUALS      | 99999999999               | value
            SYMPTOM     | severity          | EQUALS      | 2147483648                | value
            VITAL_SIGNS | temperature       | EQUALS      | 1e99                      | value
            VITAL_SIGNS | temperature       | AFTER       | 1e-20000                  | value
            VITAL_SIGNS | temperature       | AFTER       | ٣٧                        | value
            SYMPTOM     | ai_generated      | EQUALS      | yes                       | value
            """)
    void whatCannotIsRefused(ClinicTable table, String column, Comparison comparison, String value, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Filter(table.column(column), comparison, value))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field())
                        .contains(field));
    }

    @ParameterizedTest
    @CsvSource({"'', blank", "x, ''", "y, too-long"})
    void thereIsSomethingToLookForAndNotTooMuch(String value, String refused) {
        var name = ClinicTable.PATIENT.column("last_name");
        var text = value.replace("x", "x".repeat(Violations.ADDRESS)).replace("y", "y".repeat(Violations.ADDRESS + 1));

        assertThat(Refused.fieldsOf(() -> new Filter(name, Comparison.EQUALS, text)))
                .isEqualTo(refused.isEmpty() ? List.of() : List.of("value: " + refused));
    }

    @Test
    void spacesAroundWhatIsNoTextSayNothing() {
        assertThat(new Filter(ClinicTable.SYMPTOM.column("severity"), Comparison.EQUALS, " 5 ").value())
                .isEqualTo("5");
    }

    @Test
    void aDayIsThatOfTheClinic() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(said(at(Comparison.BEFORE, "2026-07-01").in(berlin))).containsExactly("before 2026-06-30T22:00:00Z");
        assertThat(said(at(Comparison.AFTER, "2026-07-01").in(berlin)))
                .containsExactly("after 2026-07-01T21:59:59.999999Z");
        assertThat(said(at(Comparison.EQUALS, "2026-03-29").in(berlin)))
                .as("a day of 23 hours")
                .containsExactly("after 2026-03-28T22:59:59.999999Z", "before 2026-03-29T22:00:00Z");
    }

    @Test
    void anInstantIsOneWhereverItIsWritten() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(said(at(Comparison.AFTER, "2026-07-01T09:00:00Z").in(berlin)))
                .containsExactly("after 2026-07-01T09:00:00Z");
        assertThat(said(at(Comparison.EQUALS, "2026-07-01T09:00:00+17:00").in(berlin)))
                .containsExactly("equals 2026-06-30T16:00:00Z");
    }

    @Test
    void whatIsNoInstantIsComparedAsItIs() {
        var born = new Filter(ClinicTable.PATIENT.column("date_of_birth"), Comparison.AFTER, "2026-07-01");

        assertThat(born.in(ZoneId.of("Europe/Berlin"))).containsExactly(born);
    }

    @Test
    void wereAnInstantToBeEmptyItWouldBeSoWhereverTheClinicIs() {
        var empty = new Filter(Column.of("ended_at", Column.Kind.INSTANT), Comparison.IS_EMPTY, "");

        assertThat(empty.in(ZoneId.of("Europe/Berlin"))).containsExactly(empty);
    }

    private static Filter at(Comparison comparison, String value) {
        return new Filter(ClinicTable.APPOINTMENT.column("appointment_date"), comparison, value);
    }

    private static List<String> said(List<Filter> filters) {
        return filters.stream()
                .map(filter -> filter.comparison() + " " + filter.value())
                .toList();
    }
}
