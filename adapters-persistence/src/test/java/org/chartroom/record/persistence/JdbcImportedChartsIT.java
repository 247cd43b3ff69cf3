package org.chartroom.record.persistence;

import java.util.function.Supplier;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.ImportedCharts;
import org.chartroom.record.application.out.ImportedChartsContract;
import org.junit.jupiter.api.AutoClose;

class JdbcImportedChartsIT extends ImportedChartsContract {

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
    protected Charts charts() {
        return STORE.port(Charts.class);
    }

    @Override
    protected ImportedCharts imported() {
        return STORE.repository(ImportedCharts.class);
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return STORE.inTransaction(work);
    }
}
