package org.chartroom.patient.persistence;

import static java.util.Objects.requireNonNull;

import org.chartroom.jdbc.ContainerDatabase;
import org.chartroom.jdbc.Schema;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.application.out.PatientsContract;
import org.chartroom.provider.application.out.Providers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

class JdbcPatientsOnContainerIT extends PatientsContract {

    @AutoClose
    private static @Nullable Store store;

    @BeforeAll
    static void migrate() {
        var database = ContainerDatabase.create();
        new Schema(database.account()).migrate();
        store = Store.over(database.app(), database.account());
    }

    @Override
    protected Providers providers() {
        return requireNonNull(store).port(Providers.class);
    }

    @Override
    protected Patients patients() {
        return requireNonNull(store).port(Patients.class);
    }

    @Override
    protected PatientViews views() {
        return requireNonNull(store).port(PatientViews.class);
    }
}
