package org.chartroom.patient.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.date;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
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

    private static final String OWN_PAGE = """
            select id, provider_id, first_name, last_name, date_of_birth, sex, phone, email,
                   address, city, state, zip_code, emergency_contact_name, emergency_contact_phone,
                   insurance_provider, insurance_policy_number, notes, created_at, updated_at
              from clinic.patient
             where provider_id = :actor
               and (last_name, first_name, id) > (:lastName, :firstName, :id)
             order by last_name, first_name, id
             limit :limit
            """;

    private static final String SHARED_PAGE = """
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from access.care_team t
              join clinic.patient   p on p.id = t.patient_id
             where t.provider_id = :actor
               and p.provider_id <> :actor
               and (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
             order by p.last_name, p.first_name, p.id
             limit :limit
            """;

    private final ActorJdbc jdbc;

    JdbcPatientViews(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PatientView> find(Actor by, PatientId id) {
        return jdbc.as(by.id().value())
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
                             from clinic.allergy a
                            where a.patient_id = p.id
                        union all
                           select 'chronic_condition', c.id, c.condition, null, c.diagnosed_date,
                                  c.notes, c.created_at, c.updated_at
                             from clinic.chronic_condition c
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
    public Optional<Page<PatientSummary, PatientId>> page(Actor by, Whose whose, int limit, @Nullable PatientId after) {
        var statement = switch (whose) {
            case OWN -> OWN_PAGE;
            case SHARED -> SHARED_PAGE;
        };
        if (after == null) return Optional.of(page(by, statement, limit, Place.FIRST));
        return place(by, whose, after).map(place -> page(by, statement, limit, place));
    }

    private Page<PatientSummary, PatientId> page(Actor by, String statement, int limit, Place after) {
        var upToOneMore = jdbc.as(by.id().value())
                .sql(statement)
                .param("actor", by.id().value())
                .param("lastName", after.lastName())
                .param("firstName", after.firstName())
                .param("id", after.id().value())
                .param("limit", limit + 1)
                .query((row, _) -> summary(row))
                .list();
        return Page.of(upToOneMore, limit, PatientSummary::id);
    }

    /** Looked up anew, so that no cursor has to carry a patient's name. */
    private Optional<Place> place(Actor by, Whose whose, PatientId id) {
        return jdbc.as(by.id().value())
                .sql("""
                        select p.last_name, p.first_name
                          from clinic.patient   p
                          join access.care_team t on t.patient_id = p.id and t.provider_id = :actor
                         where p.id = :id
                           and (p.provider_id = :actor) = :own
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .param("own", whose == Whose.OWN)
                .query((row, _) -> new Place(row.getString("last_name"), row.getString("first_name"), id))
                .optional();
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

    private static PatientSummary summary(ResultSet row) throws SQLException {
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

    /** Where a page begins in the order of the list: behind these. */
    @Phi
    private record Place(String lastName, String firstName, PatientId id) {

        /** No name is blank, so every patient comes behind it. */
        static final Place FIRST = new Place("", "", new PatientId(new UUID(0, 0)));

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
