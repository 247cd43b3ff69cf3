package org.chartroom.record.persistence;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.ChartsContract;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.junit.jupiter.api.AutoClose;

class JdbcChartsIT extends ChartsContract {

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
    protected VitalSignsReadings readings() {
        return STORE.port(VitalSignsReadings.class);
    }

    @Override
    protected Signatures signatures() {
        return STORE.port(Signatures.class);
    }

    @Override
    protected Proposals proposals() {
        return STORE.port(Proposals.class);
    }

    @Override
    protected Addenda addenda() {
        return STORE.port(Addenda.class);
    }

    @Override
    protected Charts charts() {
        return STORE.port(Charts.class);
    }
}
