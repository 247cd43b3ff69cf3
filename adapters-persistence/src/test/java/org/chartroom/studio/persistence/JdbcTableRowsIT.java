package org.chartroom.studio.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.Tally;
import org.chartroom.studio.application.out.TableRows;
import org.chartroom.studio.application.out.TableRowsContract;
import org.chartroom.studio.domain.ClinicTable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTableRowsIT extends TableRowsContract {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final Store STORE = Store.over(DATABASE);

    @Test
    void whereThereAreTooManyToCountTheActorsShareOfAllRowsIsEstimated() {
        var okafor = ProviderFixtures.provider();
        providers().add(okafor);
        var by = Actor.onCommandLine(okafor.id());
        for (var i = 0; i < 3; i++) patients().add(by, PatientFixtures.patient(okafor.id()));
        JdbcClient.create(DATABASE.owner()).sql("analyze").update();
        var rows = STORE.repository(JdbcTableRows.class);

        assertThat(STORE.inTransaction(() -> rows.tally(by, ClinicTable.PATIENT, 3)))
                .isEqualTo(new Tally(ClinicTable.PATIENT, 3, false));
        assertThat(STORE.inTransaction(() -> rows.tally(by, ClinicTable.PATIENT, 1)))
                .isEqualTo(new Tally(ClinicTable.PATIENT, 3, true));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROVIDER")
    void everyStatementSaysWhoseTheRowsAre(ClinicTable table) {
        var query = TableQuery.of(table, 10);

        assertThat(List.of(
                        RowStatements.page(query, false),
                        RowStatements.place(table, table.sorting()),
                        RowStatements.row(table),
                        RowStatements.about(table),
                        RowStatements.tally(table)))
                .allMatch(statement -> statement.contains(" where c.provider_id = :actor"));
        assertThat(table.pointers())
                .allMatch(pointer -> RowStatements.pointing(pointer).contains(" where c.provider_id = :actor"));
    }

    @Override
    protected Providers providers() {
        return STORE.port(Providers.class);
    }

    @Override
    protected Patients patients() {
        return STORE.port(Patients.class);
    }

    @Override
    protected Appointments appointments() {
        return STORE.port(Appointments.class);
    }

    @Override
    protected MedicalRecords records() {
        return STORE.port(MedicalRecords.class);
    }

    @Override
    protected VitalSignsReadings readings() {
        return STORE.port(VitalSignsReadings.class);
    }

    @Override
    protected Signatures signatures() {
        return STORE.port(Signatures.class);
    }

    @Override
    protected Addenda addenda() {
        return STORE.port(Addenda.class);
    }

    @Override
    protected Proposals proposals() {
        return STORE.port(Proposals.class);
    }

    @Override
    protected TableRows rows() {
        return STORE.port(TableRows.class);
    }
}
