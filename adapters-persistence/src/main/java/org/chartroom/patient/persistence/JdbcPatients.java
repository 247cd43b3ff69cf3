package org.chartroom.patient.persistence;

import static org.chartroom.jdbc.Columns.optionalInstant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.uuids;
import static org.chartroom.jdbc.Columns.version;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Allergy;
import org.chartroom.patient.domain.ChronicCondition;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPatients implements Patients {

    private final ActorJdbc jdbc;
    private final PatientViews views;

    JdbcPatients(ActorJdbc jdbc, PatientViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    @Override
    public Optional<Versioned<Patient>> find(Actor by, PatientId id) {
        return views.find(by, id).map(view -> new Versioned<>(patient(view), view.version()));
    }

    @Override
    public Versioned<Patient> lock(Actor by, PatientId id) {
        var locked = jdbc.as(by.id().value())
                .sql("""
                        select id
                          from clinic.patient
                         where id = :id
                           and provider_id = :actor
                           for no key update
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query(UUID.class)
                .optional();
        var stored = get(by, id); // read by a statement of its own, which sees what was waited for
        if (locked.isEmpty()) throw PatientRefusal.notTheActors(id);
        return stored;
    }

    @Override
    public void lockToRemove(Actor by, PatientId id, Version seen) {
        // stronger than what a booking takes of the patient, by its foreign key
        var stored = jdbc.as(by.id().value())
                .sql("""
                        select updated_at
                          from clinic.patient
                         where id = :id
                           and provider_id = :actor
                           for update
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> version(row))
                .optional()
                .orElseThrow(() -> missed(by, id));
        if (!stored.equals(seen)) throw PatientRefusal.stale(id, stored);
    }

    @Override
    public List<PatientId> namesakes(Actor by, PatientDetails details) {
        var parameters = new MapSqlParameterSource()
                .addValue("actor", by.id().value())
                .addValue("firstName", details.name().firstName())
                .addValue("lastName", details.name().lastName())
                .addValue("dateOfBirth", details.dateOfBirth());
        jdbc.as(by.id().value())
                .sql("""
                        select pg_advisory_xact_lock(hashtextextended(
                                   concat_ws(E'\\n', 'namesakes', :actor::uuid, :dateOfBirth::date,
                                             patient_search.folded(:firstName), patient_search.folded(:lastName)), 0))
                        """)
                .paramSource(parameters)
                .query((_, _) -> true)
                .single();
        return jdbc.as(by.id().value())
                .sql("""
                        select p.id
                          from patient_search.name_term n
                          join clinic.patient           p on p.id = n.patient_id
                         where n.provider_id = :actor
                           and n.term = left(patient_search.folded(:lastName), 100)
                           and p.provider_id = :actor
                           and p.date_of_birth = :dateOfBirth
                           and patient_search.folded(p.last_name)  = patient_search.folded(:lastName)
                           and patient_search.folded(p.first_name) = patient_search.folded(:firstName)
                         order by p.id
                        """)
                .paramSource(parameters)
                .query((row, _) -> new PatientId(uuid(row, "id")))
                .list();
    }

    @Override
    public Version add(Actor by, Patient patient) {
        if (!patient.provider().equals(by.id())) throw new IllegalArgumentException("not the actor's patient");
        var version = jdbc.as(by.id().value())
                .sql("""
                insert into clinic.patient
                       (id, provider_id, first_name, last_name, date_of_birth, sex, phone, email,
                        address, city, state, zip_code, emergency_contact_name, emergency_contact_phone,
                        insurance_provider, insurance_policy_number, notes)
                values (:id, :actor, :firstName, :lastName, :dateOfBirth, :sex::clinic.sex, :phone, :email,
                        :address, :city, :state, :zipCode, :emergencyContactName, :emergencyContactPhone,
                        :insuranceProvider, :insurancePolicyNumber, :notes)
                returning updated_at
                """)
                .paramSource(parameters(by, patient))
                .query((row, _) -> version(row))
                .single();
        putAllergies(by, patient.id(), patient.allergies());
        putChronicConditions(by, patient.id(), patient.chronicConditions());
        return version;
    }

    @Override
    public Version replace(Actor by, Patient patient, Version seen) {
        var version = jdbc.as(by.id().value())
                .sql("""
                update clinic.patient
                   set first_name              = :firstName,
                       last_name               = :lastName,
                       date_of_birth           = :dateOfBirth,
                       sex                     = :sex::clinic.sex,
                       phone                   = :phone,
                       email                   = :email,
                       address                 = :address,
                       city                    = :city,
                       state                   = :state,
                       zip_code                = :zipCode,
                       emergency_contact_name  = :emergencyContactName,
                       emergency_contact_phone = :emergencyContactPhone,
                       insurance_provider      = :insuranceProvider,
                       insurance_policy_number = :insurancePolicyNumber,
                       notes                   = :notes
                 where id = :id
                   and provider_id = :actor
                   and updated_at = :seen
                returning updated_at
                """)
                .paramSource(parameters(by, patient).addValue("seen", timestamptz(seen.at())))
                .query((row, _) -> version(row))
                .optional()
                .orElseThrow(() -> missed(by, patient.id()));
        removeAllergiesBut(by, patient.allergies(), patient.id());
        removeChronicConditionsBut(by, patient.chronicConditions(), patient.id());
        putAllergies(by, patient.id(), patient.allergies());
        putChronicConditions(by, patient.id(), patient.chronicConditions());
        return version;
    }

    @Override
    public Version transfer(Actor by, PatientId id, ProviderId receiver, Version seen) {
        var handedOver = jdbc.as(by.id().value())
                .sql("""
                        select access.transfer_patient(:id, r.id, :seen) as updated_at
                          from clinic.provider r
                         where r.id = :receiver
                           and not exists (select from access.disabled_provider d where d.provider_id = r.id)
                        """)
                .param("id", id.value())
                .param("receiver", receiver.value())
                .param("seen", timestamptz(seen.at()))
                .query((row, _) -> Optional.ofNullable(optionalInstant(row, "updated_at")))
                .optional();
        if (handedOver.isEmpty()) {
            get(by, id); // whoever may not see the patient is told no more than that
            throw InvalidInput.of("providerId", "unknown", "must be a provider of the clinic whose account is open");
        }
        return handedOver.get().map(Version::new).orElseThrow(() -> missed(by, id));
    }

    @Override
    public void remove(Actor by, PatientId id) {
        var removed = jdbc.as(by.id().value())
                .sql("""
                        delete from clinic.patient
                         where id = :id
                           and provider_id = :actor
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .update();
        if (removed == 0) throw missed(by, id);
    }

    private PatientRefusal missed(Actor by, PatientId id) {
        var stored = get(by, id);
        return stored.value().provider().equals(by.id())
                ? PatientRefusal.stale(id, stored.version())
                : PatientRefusal.notTheActors(id);
    }

    private void removeAllergiesBut(Actor by, List<Allergy> kept, PatientId patient) {
        jdbc.as(by.id().value())
                .sql("""
                delete from clinic.allergy
                 where patient_id = :patient
                   and id <> all (:kept::uuid[])
                """)
                .param("patient", patient.value())
                .param("kept", uuids(kept, allergy -> allergy.id().value()))
                .update();
    }

    private void removeChronicConditionsBut(Actor by, List<ChronicCondition> kept, PatientId patient) {
        jdbc.as(by.id().value())
                .sql("""
                delete from clinic.chronic_condition
                 where patient_id = :patient
                   and id <> all (:kept::uuid[])
                """)
                .param("patient", patient.value())
                .param("kept", uuids(kept, condition -> condition.id().value()))
                .update();
    }

    /** Adds what is new and changes what differs; what is as it was keeps its times. */
    private void putAllergies(Actor by, PatientId patient, List<Allergy> allergies) {
        jdbc.batchesAs(by.id().value())
                .batchUpdate(
                        """
                insert into clinic.allergy (id, patient_id, allergen, severity, reaction)
                values (:id, :patient, :allergen, :severity::clinic.allergy_severity, :reaction)
                on conflict (id) do update
                   set allergen = excluded.allergen,
                       severity = excluded.severity,
                       reaction = excluded.reaction
                 where allergy.patient_id = excluded.patient_id
                   and (allergy.allergen, allergy.severity, allergy.reaction)
                       is distinct from (excluded.allergen, excluded.severity, excluded.reaction)
                """,
                        allergies.stream()
                                .map(allergy -> new MapSqlParameterSource()
                                        .addValue("id", allergy.id().value())
                                        .addValue("patient", patient.value())
                                        .addValue("allergen", allergy.details().allergen())
                                        .addValue(
                                                "severity",
                                                allergy.details().severity().toString())
                                        .addValue("reaction", allergy.details().reaction()))
                                .toArray(SqlParameterSource[]::new));
    }

    /** Adds what is new and changes what differs; what is as it was keeps its times. */
    private void putChronicConditions(Actor by, PatientId patient, List<ChronicCondition> conditions) {
        jdbc.batchesAs(by.id().value())
                .batchUpdate(
                        """
                insert into clinic.chronic_condition (id, patient_id, condition, diagnosed_date, notes)
                values (:id, :patient, :condition, :diagnosedDate, :notes)
                on conflict (id) do update
                   set condition      = excluded.condition,
                       diagnosed_date = excluded.diagnosed_date,
                       notes          = excluded.notes
                 where chronic_condition.patient_id = excluded.patient_id
                   and (chronic_condition.condition, chronic_condition.diagnosed_date, chronic_condition.notes)
                       is distinct from (excluded.condition, excluded.diagnosed_date, excluded.notes)
                """,
                        conditions.stream()
                                .map(condition -> new MapSqlParameterSource()
                                        .addValue("id", condition.id().value())
                                        .addValue("patient", patient.value())
                                        .addValue(
                                                "condition", condition.details().condition())
                                        .addValue(
                                                "diagnosedDate",
                                                condition.details().diagnosedDate())
                                        .addValue("notes", condition.details().notes()))
                                .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Actor by, Patient patient) {
        var details = patient.details();
        var email = details.contact().email();
        return new MapSqlParameterSource()
                .addValue("id", patient.id().value())
                .addValue("actor", by.id().value())
                .addValue("firstName", details.name().firstName())
                .addValue("lastName", details.name().lastName())
                .addValue("dateOfBirth", details.dateOfBirth())
                .addValue("sex", details.sex().toString())
                .addValue("phone", details.contact().phone())
                .addValue("email", email == null ? null : email.value())
                .addValue("address", details.address().address())
                .addValue("city", details.address().city())
                .addValue("state", details.address().state())
                .addValue("zipCode", details.address().zipCode())
                .addValue("emergencyContactName", details.emergencyContact().emergencyContactName())
                .addValue("emergencyContactPhone", details.emergencyContact().emergencyContactPhone())
                .addValue("insuranceProvider", details.insurance().insuranceProvider())
                .addValue("insurancePolicyNumber", details.insurance().insurancePolicyNumber())
                .addValue("notes", details.notes());
    }

    private static Patient patient(PatientView view) {
        return new Patient(
                view.id(),
                view.providerId(),
                view.details(),
                view.allergies().stream()
                        .map(allergy -> new Allergy(allergy.id(), allergy.details()))
                        .toList(),
                view.chronicConditions().stream()
                        .map(condition -> new ChronicCondition(condition.id(), condition.details()))
                        .toList());
    }
}
