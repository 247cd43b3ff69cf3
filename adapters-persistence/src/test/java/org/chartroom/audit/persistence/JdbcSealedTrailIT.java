package org.chartroom.audit.persistence;

import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.audit.application.out.SealedTrailContract;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.junit.jupiter.api.AutoClose;

class JdbcSealedTrailIT extends SealedTrailContract {

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated();

    @AutoClose
    private final Store store = Store.over(database);

    @Override
    protected EventsOfNobody events() {
        return store.port(EventsOfNobody.class);
    }

    @Override
    protected SealedTrail trail() {
        return store.repository(SealedTrail.class);
    }
}
