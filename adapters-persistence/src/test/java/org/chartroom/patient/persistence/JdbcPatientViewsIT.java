package org.chartroom.patient.persistence;

import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.PatientViewsContract;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.AutoClose;

class JdbcPatientViewsIT extends PatientViewsContract {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    @Override
    protected Providers providers() {
        return STORE.port(Providers.class);
    }

    @Override
    protected Patients patients() {
        return STORE.port(Patients.class);
    }

    @Override
    protected PatientViews views() {
        return STORE.port(PatientViews.class);
    }
}
