package org.chartroom.patient.application.out;

import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryPatientsTest extends PatientsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
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
    protected PatientViews views() {
        return views;
    }
}
