package org.chartroom.provider.persistence;

import org.chartroom.jdbc.Store;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.application.out.SessionsContract;
import org.junit.jupiter.api.AutoClose;

class JdbcSessionsIT extends SessionsContract {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    @Override
    protected Providers providers() {
        return STORE.port(Providers.class);
    }

    @Override
    protected Sessions sessions() {
        return STORE.port(Sessions.class);
    }
}
