package org.chartroom.record.application.out;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatientViews;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryPatientSearchTest extends PatientSearchContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryPatientViews views = new InMemoryPatientViews(patients);

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Patients patients() {
        return patients;
    }

    @Override
    protected Appointments appointments() {
        return appointments;
    }

    @Override
    protected PatientViews views() {
        return views;
    }
}
