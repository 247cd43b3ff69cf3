package org.chartroom.appointment.persistence;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.BusyTimes;
import org.chartroom.appointment.application.out.BusyTimesContract;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.AutoClose;

class JdbcBusyTimesIT extends BusyTimesContract {

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
    protected BusyTimes busyTimes() {
        return STORE.port(BusyTimes.class);
    }
}
