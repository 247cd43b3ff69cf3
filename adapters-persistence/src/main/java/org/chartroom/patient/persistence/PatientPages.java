package org.chartroom.patient.persistence;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Columns;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.Whose;
import org.chartroom.patient.application.out.PatientViews.Traits;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The lists of patients, page by page. A list without traits is walked in its order, a name leads through
 * {@code patient_search.name_term} to a few patients, and whatever else is looked for is asked of each patient. These are
 * statements of their own: PostgreSQL may keep one plan for all values of a statement's parameters, and the plan of one
 * that did for all would be good for none (docs/decisions/0013).
 */
final class PatientPages {

    static final String OWN = """
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from clinic.patient p
             where p.provider_id = :actor
               and (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
             order by p.last_name, p.first_name, p.id
             limit :limit
            """;

    /**
     * With whoever the page before ended with in the same statement: one row without a patient where nobody comes behind
     * them, and none where they are not, or no longer, there.
     */
    static final String OWN_NEXT = """
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from clinic.patient place
              left join lateral (
                       select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                              p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                              p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
                         from clinic.patient p
                        where p.provider_id = :actor
                          and (p.last_name, p.first_name, p.id) > (place.last_name, place.first_name, :id)
                        order by p.last_name, p.first_name, p.id
                        limit :limit
                   ) p on true
             where place.id = :id
               and place.provider_id = :actor
             order by p.last_name, p.first_name, p.id
            """;

    static final String OWN_SOUGHT = """
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from clinic.patient p
             where p.provider_id = :actor
               and (:phones::text[] is null or patient_search.digits(p.phone) = any (:phones::text[]))
               and (:email::text is null or lower(p.email) = lower(:email))
               and (:bornOn::date is null or p.date_of_birth = :bornOn)
               and (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
             order by p.last_name, p.first_name, p.id
             limit :limit
            """;

    static final String OWN_NAMED = """
            with sought as materialized (
                select patient_search.words(:name) as words
            )
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from clinic.patient p
             where p.provider_id = :actor
               and p.id in (
                   select n.patient_id
                     from patient_search.name_term n
                    where n.provider_id = :actor
                      and n.term >= (select words[1] from sought)
                      and n.term <  (select words[1] || U&'\\+10FFFF' from sought))
               and not exists (
                   select
                     from sought, unnest(sought.words[2:]) word
                    where not exists (
                          select
                            from patient_search.name_term n
                           where n.patient_id = p.id
                             and n.term >= word
                             and n.term <  word || U&'\\+10FFFF'))
               and (:phones::text[] is null or patient_search.digits(p.phone) = any (:phones::text[]))
               and (:email::text is null or lower(p.email) = lower(:email))
               and (:bornOn::date is null or p.date_of_birth = :bornOn)
               and (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
             order by p.last_name, p.first_name, p.id
             limit :limit
            """;

    static final String SHARED = """
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

    /** The patients first and their order then: in the order of all names, a few of them are far between. */
    static final String SHARED_SOUGHT = """
            with found as materialized (
                select p.id
                  from access.care_team t
                  join clinic.patient   p on p.id = t.patient_id
                 where t.provider_id = :actor
                   and p.provider_id <> :actor
                   and (:phones::text[] is null or patient_search.digits(p.phone) = any (:phones::text[]))
                   and (:email::text is null or lower(p.email) = lower(:email))
                   and (:bornOn::date is null or p.date_of_birth = :bornOn)
            )
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from found          f
              join clinic.patient p on p.id = f.id
             where (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
             order by p.last_name, p.first_name, p.id
             limit :limit
            """;

    static final String SHARED_NAMED = """
            with sought as materialized (
                select patient_search.words(:name) as words
            ), found as materialized (
                select p.id
                  from access.care_team t
                  join clinic.patient   p on p.id = t.patient_id
                 where t.provider_id = :actor
                   and p.provider_id <> :actor
                   and p.id in (
                       select n.patient_id
                         from patient_search.name_term n
                        where n.term >= (select words[1] from sought)
                          and n.term <  (select words[1] || U&'\\+10FFFF' from sought))
                   and not exists (
                       select
                         from sought, unnest(sought.words[2:]) word
                        where not exists (
                              select
                                from patient_search.name_term n
                               where n.patient_id = p.id
                                 and n.term >= word
                                 and n.term <  word || U&'\\+10FFFF'))
                   and (:phones::text[] is null or patient_search.digits(p.phone) = any (:phones::text[]))
                   and (:email::text is null or lower(p.email) = lower(:email))
                   and (:bornOn::date is null or p.date_of_birth = :bornOn)
            )
            select p.id, p.provider_id, p.first_name, p.last_name, p.date_of_birth, p.sex, p.phone, p.email,
                   p.address, p.city, p.state, p.zip_code, p.emergency_contact_name, p.emergency_contact_phone,
                   p.insurance_provider, p.insurance_policy_number, p.notes, p.created_at, p.updated_at
              from found          f
              join clinic.patient p on p.id = f.id
             where (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
             order by p.last_name, p.first_name, p.id
             limit :limit
            """;

    /** Where the page before ended; nowhere when whoever stood there is not, or no longer, among those looked for. */
    private static final String PLACE = """
            select p.last_name, p.first_name
              from clinic.patient   p
              join access.care_team t on t.patient_id = p.id and t.provider_id = :actor
             where p.id = :id
               and (p.provider_id = :actor) = :own
               and (:phones::text[] is null or patient_search.digits(p.phone) = any (:phones::text[]))
               and (:email::text is null or lower(p.email) = lower(:email))
               and (:bornOn::date is null or p.date_of_birth = :bornOn)
               and (:name::text is null
                    or cardinality(patient_search.words(:name)) > 0
                       and not exists (
                           select
                             from unnest(patient_search.words(:name)) word
                            where not exists (
                                  select
                                    from patient_search.name_term n
                                   where n.patient_id = p.id
                                     and n.term >= word
                                     and n.term <  word || U&'\\+10FFFF')))
            """;

    private final ActorJdbc jdbc;

    PatientPages(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Page<PatientSummary, PatientId>> page(
            Actor by, Whose whose, Traits traits, int limit, @Nullable PatientId after) {
        if (after == null) return Optional.of(page(by, whose, traits, limit, Place.FIRST));
        if (whose == Whose.OWN && traits.equals(Traits.ANY)) return next(by, limit, after);
        return place(by, whose, traits, after).map(place -> page(by, whose, traits, limit, place));
    }

    private Optional<Page<PatientSummary, PatientId>> next(Actor by, int limit, PatientId after) {
        return jdbc.lastAs(by.id().value())
                .sql(OWN_NEXT)
                .param("actor", by.id().value())
                .param("id", after.value())
                .param("limit", limit + 1)
                .query(Columns.joined((row, _) -> JdbcPatientViews.summary(row)))
                .map(upToOneMore -> Page.of(upToOneMore, limit, PatientSummary::id));
    }

    private Page<PatientSummary, PatientId> page(Actor by, Whose whose, Traits traits, int limit, Place after) {
        var upToOneMore = jdbc.lastAs(by.id().value())
                .sql(statement(whose, traits))
                .paramSource(parameters(by, traits)
                        .addValue("lastName", after.lastName())
                        .addValue("firstName", after.firstName())
                        .addValue("id", after.id().value())
                        .addValue("limit", limit + 1))
                .query((row, _) -> JdbcPatientViews.summary(row))
                .list();
        return Page.of(upToOneMore, limit, PatientSummary::id);
    }

    private static String statement(Whose whose, Traits traits) {
        return switch (whose) {
            case OWN -> traits.name() != null ? OWN_NAMED : traits.equals(Traits.ANY) ? OWN : OWN_SOUGHT;
            case SHARED -> traits.name() != null ? SHARED_NAMED : traits.equals(Traits.ANY) ? SHARED : SHARED_SOUGHT;
        };
    }

    /** Looked up anew, so that no cursor has to carry a patient's name. */
    private Optional<Place> place(Actor by, Whose whose, Traits traits, PatientId id) {
        return jdbc.as(by.id().value())
                .sql(PLACE)
                .paramSource(parameters(by, traits).addValue("id", id.value()).addValue("own", whose == Whose.OWN))
                .query((row, _) -> new Place(row.getString("last_name"), row.getString("first_name"), id))
                .optional();
    }

    /** What is not looked for has a type all the same: a statement with an untyped null does not go along with another. */
    private static MapSqlParameterSource parameters(Actor by, Traits traits) {
        var email = traits.email();
        var parameters = new MapSqlParameterSource()
                .addValue("actor", by.id().value())
                .addValue("name", traits.name(), Types.VARCHAR)
                .addValue("email", email == null ? null : email.value(), Types.VARCHAR)
                .addValue("bornOn", traits.bornOn(), Types.DATE);
        return traits.phones() == null
                ? parameters.addValue("phones", null, Types.VARCHAR)
                : parameters.addValue("phones", traits.phones().toArray(String[]::new));
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
