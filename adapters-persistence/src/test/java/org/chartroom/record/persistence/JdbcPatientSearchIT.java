package org.chartroom.record.persistence;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.PatientSearchContract;
import org.junit.jupiter.api.AutoClose;

class JdbcPatientSearchIT extends PatientSearchContract {

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
    protected Appointments appointments() {
        return STORE.port(Appointments.class);
    }

    @Override
    protected PatientViews views() {
        return STORE.port(PatientViews.class);
    }
}
