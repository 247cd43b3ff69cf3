package org.chartroom.studio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.chartroom.kernel.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClinicTableTest {

    @Test
    void thereAreNineTablesAndNineColumnsThatPointFromOneToAnother() {
        assertThat(ClinicTable.values()).hasSize(9);
        assertThat(Stream.of(ClinicTable.values()).flatMap(table -> table.pointers().stream()))
                .hasSize(9);
    }

    @Test
    void aPatientIsPointedToByAllergiesConditionsAndAppointments() {
        assertThat(ClinicTable.PATIENT.pointers())
                .extracting(ClinicTable.Pointer::table)
                .containsExactlyInAnyOrder(ClinicTable.ALLERGY, ClinicTable.CHRONIC_CONDITION, ClinicTable.APPOINTMENT);
    }

    @Test
    void noPasswordHashIsKnown() {
        assertThat(ClinicTable.PROVIDER.columns())
                .noneMatch(column -> column.name().contains("hash"));
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsFoundByItsLabelAndSortedUnlessSomebodySaysOtherwise(ClinicTable table) {
        assertThat(ClinicTable.of(table.label())).isEqualTo(table);
        assertThat(table.sorting().column().isSortable()).isTrue();
    }

    @Test
    void patientsComeByNameAndVisitsFromTheNewest() {
        assertThat(ClinicTable.PATIENT.sorting())
                .isEqualTo(new Sorting(ClinicTable.PATIENT.column("last_name"), false));
        assertThat(ClinicTable.APPOINTMENT.sorting())
                .isEqualTo(new Sorting(ClinicTable.APPOINTMENT.column("appointment_date"), true));
        assertThat(ClinicTable.PROVIDER.sorting().descending()).isFalse();
    }

    @Test
    void anOrderIsTurnedRound() {
        var byName = ClinicTable.PATIENT.sorting();

        assertThat(byName.reversed()).isEqualTo(new Sorting(byName.column(), true));
        assertThat(byName.reversed().reversed()).isEqualTo(byName);
    }

    @Test
    void aColumnIsComparedInTheDatabasesType() {
        assertThat(Column.Kind.values())
                .extracting(Column.Kind::type)
                .containsExactly(
                        "uuid",
                        "text",
                        "text",
                        "text",
                        "integer",
                        "numeric",
                        "date",
                        "timestamp with time zone",
                        "boolean");
    }

    @Test
    void nobodySortsByWhatHasNoIndex() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new Sorting(ClinicTable.PATIENT.column("city"), false));
    }

    @Test
    void whatThereIsNotIsNotFound() {
        assertThatExceptionOfType(StudioRefusal.class).isThrownBy(() -> ClinicTable.of("shoe"));
        assertThatExceptionOfType(StudioRefusal.class).isThrownBy(() -> ClinicTable.PROVIDER.column("password_hash"));
    }
}
