package org.chartroom.record.application.out;

import org.chartroom.appointment.application.out.AppointmentViews;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointmentViews;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatientViews;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.Accounts;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;

class InMemoryCareTeamTest extends CareTeamContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryCharts charts = new InMemoryCharts(patients, appointments, records, readings);

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected Accounts accounts() {
        return providers;
    }

    @Override
    protected Patients patients() {
        return patients;
    }

    @Override
    protected PatientViews patientViews() {
        return new InMemoryPatientViews(patients);
    }

    @Override
    protected Appointments appointments() {
        return appointments;
    }

    @Override
    protected AppointmentViews appointmentViews() {
        return new InMemoryAppointmentViews(appointments, patients);
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
    protected WrittenVisits visits() {
        return new InMemoryWrittenVisits(appointments, records, readings);
    }

    @Override
    protected Charts charts() {
        return charts;
    }
}
