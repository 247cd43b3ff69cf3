package org.chartroom.record.application.out;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryChartRowsTest extends ChartRowsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryChartRows rows = new InMemoryChartRows(patients, appointments, records, readings);

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
    protected MedicalRecords records() {
        return records;
    }

    @Override
    protected VitalSignsReadings readings() {
        return readings;
    }

    @Override
    protected Signatures signatures() {
        return new InMemorySignatures(records);
    }

    @Override
    protected Proposals proposals() {
        return new InMemoryProposals(records);
    }

    @Override
    protected Addenda addenda() {
        return new InMemoryAddenda(records);
    }

    @Override
    protected ChartRows rows() {
        return rows;
    }
}
