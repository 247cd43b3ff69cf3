package org.chartroom.record.persistence;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.Drafts;
import org.chartroom.record.application.out.DraftsContract;
import org.junit.jupiter.api.AutoClose;

class JdbcDraftsIT extends DraftsContract {

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
    protected Drafts drafts() {
        return STORE.port(Drafts.class);
    }
}
