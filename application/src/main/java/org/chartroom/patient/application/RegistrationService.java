package org.chartroom.patient.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RegistrationService implements Registration {

    private final Patients patients;
    private final IdGenerator ids;
    private final Clock clock;

    RegistrationService(Patients patients, IdGenerator ids, Clock clock) {
        this.patients = patients;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public PatientView register(Actor by, PatientDetails details) {
        var patient = Patient.register(new PatientId(ids.next()), by.id(), details, LocalDate.now(clock));
        var version = patients.add(by, patient);
        return new PatientView(
                patient.id(), patient.provider(), details, List.of(), List.of(), version.at(), version.at());
    }

    @Override
    public void transfer(Actor by, PatientId id, ProviderId receiver, Version seen) {
        patients.transfer(by, id, receiver, seen);
    }
}
