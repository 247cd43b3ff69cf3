package org.chartroom.appointment.application.out;

import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryHoursOfWorkTest extends HoursOfWorkContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryHoursOfWork hoursOfWork = new InMemoryHoursOfWork(providers);

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Accounts accounts() {
        return providers;
    }

    @Override
    protected HoursOfWork hoursOfWork() {
        return hoursOfWork;
    }
}
