package org.chartroom.idempotency.persistence;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.idempotency.application.out.OldAnswers;
import org.chartroom.idempotency.application.out.RememberedAnswers;
import org.chartroom.idempotency.application.out.RememberedAnswersContract;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.MedicalRecords;
import org.junit.jupiter.api.AutoClose;

class JdbcRememberedAnswersIT extends RememberedAnswersContract {

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
    protected MedicalRecords records() {
        return STORE.port(MedicalRecords.class);
    }

    @Override
    protected RememberedAnswers answers() {
        return STORE.port(RememberedAnswers.class);
    }

    @Override
    protected OldAnswers oldAnswers() {
        return STORE.port(OldAnswers.class);
    }
}
