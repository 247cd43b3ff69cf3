package org.chartroom.record.application.out;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryVitalSignsReadingsTest extends VitalSignsReadingsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryVitalSignsViews views = new InMemoryVitalSignsViews(readings);

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
    protected VitalSignsReadings readings() {
        return readings;
    }

    @Override
    protected VitalSignsViews views() {
        return views;
    }
}
