package org.chartroom.patient.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.date;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.application.Whose;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.AllergySeverity;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.EmergencyContact;
import org.chartroom.patient.domain.Insurance;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PostalAddress;
import org.chartroom.patient.domain.Sex;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPatientViews implements PatientViews {

    private final ActorJdbc jdbc;
    private final PatientPages pages;

    JdbcPatientViews(ActorJdbc jdbc) {
        this.jdbc = jdbc;
        this.pages = new PatientPages(jdbc);
    }

    @Override
    public Optional<PatientView> find(Actor by, PatientId id) {
        return jdbc.lastAs(by.id().value())
                .sql("""
                select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                       p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                       p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at,
                       child.kind, child.id as child_id, child.name, child.severity, child.diagnosed_date, child.remark,
                       child.created_at as child_created_at, child.updated_at as child_updated_at
                  from clinic.patient   p
                  join access.care_team t on t.patient_id = p.id and t.provider_id = :actor
                  left join lateral (
                           select 'allergy' as kind, a.id, a.allergen as name, a.severity, null::date as diagnosed_date,
                                  a.reaction as remark, a.created_at, a.updated_at
                             from reading.allergy a
                            where a.patient_id = p.id
                        union all
                           select 'chronic_condition', c.id, c.condition, null, c.diagnosed_date,
                                  c.notes, c.created_at, c.updated_at
                             from reading.chronic_condition c
                            where c.patient_id = p.id
                       ) child on true
                 where p.id = :id
                 order by child.created_at, child.id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query(JdbcPatientViews::view);
    }

    @Override
    public Optional<Page<PatientSummary, PatientId>> page(
            Actor by, Whose whose, Traits traits, int limit, @Nullable PatientId after) {
        return pages.page(by, whose, traits, limit, after);
    }

    private static Optional<PatientView> view(ResultSet rows) throws SQLException {
        if (!rows.next()) return Optional.empty();
        var patient = summary(rows);
        var allergies = new ArrayList<AllergyView>();
        var conditions = new ArrayList<ChronicConditionView>();
        do {
            switch (rows.getString("kind")) {
                case "allergy" -> allergies.add(allergy(rows));
                case "chronic_condition" -> conditions.add(condition(rows));
                case null, default -> {} // a patient without either
            }
        } while (rows.next());
        return Optional.of(new PatientView(
                patient.id(),
                patient.providerId(),
                patient.details(),
                allergies,
                conditions,
                patient.createdAt(),
                patient.updatedAt()));
    }

    static PatientSummary summary(ResultSet row) throws SQLException {
        return new PatientSummary(
                new PatientId(uuid(row, "id")),
                new ProviderId(uuid(row, "provider_id")),
                details(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static PatientDetails details(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new PatientDetails(
                new PersonName(row.getString("first_name"), row.getString("last_name")),
                date(row, "date_of_birth"),
                constant(row, "sex", Sex.class),
                new ContactDetails(row.getString("phone"), email == null ? null : new EmailAddress(email)),
                new PostalAddress(
                        row.getString("address"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("zip_code")),
                new EmergencyContact(row.getString("emergency_contact_name"), row.getString("emergency_contact_phone")),
                new Insurance(row.getString("insurance_provider"), row.getString("insurance_policy_number")),
                row.getString("notes"));
    }

    private static AllergyView allergy(ResultSet row) throws SQLException {
        return new AllergyView(
                new AllergyId(uuid(row, "child_id")),
                new AllergyDetails(
                        row.getString("name"),
                        constant(row, "severity", AllergySeverity.class),
                        row.getString("remark")),
                instant(row, "child_created_at"),
                instant(row, "child_updated_at"));
    }

    private static ChronicConditionView condition(ResultSet row) throws SQLException {
        return new ChronicConditionView(
                new ChronicConditionId(uuid(row, "child_id")),
                new ChronicConditionDetails(
                        row.getString("name"), date(row, "diagnosed_date"), row.getString("remark")),
                instant(row, "child_created_at"),
                instant(row, "child_updated_at"));
    }
}
