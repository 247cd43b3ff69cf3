package org.chartroom.appointment.persistence;

import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.application.out.HoursOfWorkContract;
import org.chartroom.jdbc.Store;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.AutoClose;

class JdbcHoursOfWorkIT extends HoursOfWorkContract {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    @Override
    protected Providers providers() {
        return STORE.port(Providers.class);
    }

    @Override
    protected Accounts accounts() {
        return STORE.port(Accounts.class);
    }

    @Override
    protected HoursOfWork hoursOfWork() {
        return STORE.port(HoursOfWork.class);
    }
}
