package org.chartroom.provider.persistence;

import org.chartroom.jdbc.Store;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.ColleagueViews;
import org.chartroom.provider.application.out.ColleagueViewsContract;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.AutoClose;

class JdbcColleagueViewsIT extends ColleagueViewsContract {

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
    protected ColleagueViews colleagues() {
        return STORE.port(ColleagueViews.class);
    }
}
