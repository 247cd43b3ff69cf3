package org.chartroom.provider.persistence;

import org.chartroom.jdbc.Store;
import org.chartroom.provider.application.out.RecentTries;
import org.chartroom.provider.application.out.RecentTriesContract;
import org.junit.jupiter.api.AutoClose;

class JdbcRecentTriesIT extends RecentTriesContract {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    @Override
    protected RecentTries tries() {
        return STORE.port(RecentTries.class);
    }
}
