package org.chartroom.studio.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.chartroom.kernel.Refused;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Filter.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableQueryTest {

    @ParameterizedTest
    @CsvSource({"0, limit: out-of-range", "1, ''", "200, ''", "201, limit: out-of-range"})
    void aPageHasOneToTwoHundredRows(int limit, String refused) {
        assertThat(Refused.fieldsOf(() -> TableQuery.of(ClinicTable.ALLERGY, limit)))
                .isEqualTo(refused.isEmpty() ? List.of() : List.of(refused));
    }

    @Test
    void rowsAreNeitherSortedNorFilteredByAColumnOfAnotherTable() {
        var last = ClinicTable.PATIENT.column("last_name");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableQuery(
                        ClinicTable.ALLERGY, Set.of(), List.of(), ClinicTable.PATIENT.sorting(), 1, null, false));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TableQuery.of(ClinicTable.ALLERGY, 1, new Filter(last, Comparison.EQUALS, "Gonzalez")));
    }

    @Test
    void anyColumnCanBeHiddenButTheId() {
        var query = new TableQuery(
                ClinicTable.ALLERGY,
                Set.of("id", "reaction", "created_at", "updated_at"),
                List.of(),
                ClinicTable.ALLERGY.sorting(),
                1,
                null,
                false);

        assertThat(query.columns())
                .extracting(Column::name)
                .containsExactly("id", "patient_id", "allergen", "severity");
    }
}
