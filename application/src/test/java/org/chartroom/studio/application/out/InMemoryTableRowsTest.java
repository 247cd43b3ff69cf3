package org.chartroom.studio.application.out;

import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.InMemoryAddenda;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryProposals;
import org.chartroom.record.application.out.InMemorySignatures;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.application.out.VitalSignsReadings;

class InMemoryTableRowsTest extends TableRowsContract {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryTableRows rows = new InMemoryTableRows(providers, patients, appointments, records, readings);

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
    protected Addenda addenda() {
        return new InMemoryAddenda(records);
    }

    @Override
    protected Proposals proposals() {
        return new InMemoryProposals(records);
    }

    @Override
    protected TableRows rows() {
        return rows;
    }
}
