package org.chartroom.record.persistence;

import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.CareTeamContract;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.application.out.WrittenVisits;
import org.junit.jupiter.api.AutoClose;

class JdbcCareTeamIT extends CareTeamContract {

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
    protected Patients patients() {
        return STORE.port(Patients.class);
    }

    @Override
    protected PatientViews patientViews() {
        return STORE.port(PatientViews.class);
    }

    @Override
    protected Appointments appointments() {
        return STORE.port(Appointments.class);
    }

    @Override
    protected AppointmentViews appointmentViews() {
        return STORE.port(AppointmentViews.class);
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
    protected WrittenVisits visits() {
        return STORE.port(WrittenVisits.class);
    }

    @Override
    protected Charts charts() {
        return STORE.port(Charts.class);
    }
}
