package org.chartroom.idempotency.application.out;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.MedicalRecords;

class InMemoryRememberedAnswersTest extends RememberedAnswersContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryRememberedAnswers answers = new InMemoryRememberedAnswers(patients, appointments, records);

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
    protected RememberedAnswers answers() {
        return answers;
    }

    @Override
    protected OldAnswers oldAnswers() {
        return answers;
    }
}
