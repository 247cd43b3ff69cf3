package org.chartroom.provider.persistence;

import org.chartroom.jdbc.Store;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.application.out.ProvidersContract;
import org.junit.jupiter.api.AutoClose;

class JdbcProvidersIT extends ProvidersContract {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    @Override
    protected Providers providers() {
        return STORE.port(Providers.class);
    }
}
