package org.chartroom.record.application.out;

import java.util.function.Supplier;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryImportedChartsTest extends ImportedChartsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final ImportedCharts imported =
            new InMemoryImportedCharts(providers, patients, appointments, records, readings);

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
    protected Charts charts() {
        return new InMemoryCharts(patients, appointments, records, readings);
    }

    @Override
    protected ImportedCharts imported() {
        return imported;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
