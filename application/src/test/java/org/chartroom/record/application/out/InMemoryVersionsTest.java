package org.chartroom.record.application.out;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryVersionsTest extends VersionsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryCharts charts = new InMemoryCharts(patients, appointments, records, readings);
    private final InMemoryVersions versions = new InMemoryVersions(providers, patients, charts);

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Patients patients() {
        return versions.watch(Patients.class, patients);
    }

    @Override
    protected Appointments appointments() {
        return versions.watch(Appointments.class, appointments);
    }

    @Override
    protected MedicalRecords records() {
        return versions.watch(MedicalRecords.class, records);
    }

    @Override
    protected VitalSignsReadings readings() {
        return versions.watch(VitalSignsReadings.class, readings);
    }

    @Override
    protected Charts charts() {
        return charts;
    }

    @Override
    protected Versions versions() {
        return versions;
    }
}
