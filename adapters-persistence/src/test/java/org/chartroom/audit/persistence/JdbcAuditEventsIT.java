package org.chartroom.audit.persistence;

import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.audit.application.out.AuditEventsContract;
import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.AutoClose;

class JdbcAuditEventsIT extends AuditEventsContract {

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
    protected AuditEvents events() {
        return STORE.port(AuditEvents.class);
    }

    @Override
    protected EventsOfNobody eventsOfNobody() {
        return STORE.port(EventsOfNobody.class);
    }

    @Override
    protected SealedTrail trail() {
        return STORE.repository(SealedTrail.class);
    }
}
