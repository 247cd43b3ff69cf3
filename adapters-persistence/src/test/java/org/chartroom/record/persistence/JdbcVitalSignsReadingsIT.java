package org.chartroom.record.persistence;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.application.out.VitalSignsReadingsContract;
import org.chartroom.record.application.out.VitalSignsViews;
import org.junit.jupiter.api.AutoClose;

class JdbcVitalSignsReadingsIT extends VitalSignsReadingsContract {

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
    protected VitalSignsReadings readings() {
        return STORE.port(VitalSignsReadings.class);
    }

    @Override
    protected VitalSignsViews views() {
        return STORE.port(VitalSignsViews.class);
    }
}
