package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What patients are found by follows every way in which a name is written, and is seen by the care team alone. */
class NameTermIT {

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated();

    private final JdbcClient owner = JdbcClient.create(database.owner());

    @BeforeEach
    void noorLindIsAdaBergsPatient() {
        OneOfEach.insertInto(database.owner());
    }

    @Test
    void aNameIsFoundFromTheBeginningOfEachOfItsWords() {
        assertThat(terms(database.owner())).containsExactly("lind", "noor");

        owner.sql("update clinic.patient set last_name = 'Van  der Berg-O’Neil'")
                .update();

        assertThat(terms(database.owner()))
                .containsExactly("berg-o'neil", "der berg-o'neil", "neil", "noor", "o'neil", "van der berg-o'neil");
    }

    @Test
    void aNameThatStandsTwiceIsFoundOnce() {
        owner.sql("update clinic.patient set last_name = 'NOOR noor'").update();

        assertThat(terms(database.owner())).containsExactly("noor", "noor noor");
    }

    @Test
    void whatElseIsWrittenLeavesTheTermsAsTheyWere() {
        var before = versions();

        owner.sql("update clinic.patient set city = 'Elsewhere', first_name = first_name")
                .update();

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void theTermsFollowThePatientToAnotherProvider() {
        var colleague = provider("colleague@clinic.example");

        owner.sql("update clinic.patient set provider_id = :colleague")
                .param("colleague", colleague)
                .update();

        assertThat(owner.sql("select distinct provider_id from patient_search.name_term")
                        .query(UUID.class)
                        .list())
                .containsExactly(colleague);
    }

    @Test
    void theTermsGoWithThePatient() {
        owner.sql("delete from clinic.patient").update();

        assertThat(terms(database.owner())).isEmpty();
    }

    @Test
    void onlyTheCareTeamSeesTheTerms() {
        var ada = owner.sql("select provider_id from clinic.patient")
                .query(UUID.class)
                .single();
        var colleague = provider("colleague@clinic.example");
        var stranger = provider("stranger@clinic.example");
        owner.sql("""
                        insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type)
                        select id, :colleague, now(), 'follow_up' from clinic.patient
                        """).param("colleague", colleague).update();

        assertThat(terms(database.appAs(ada))).containsExactly("lind", "noor");
        assertThat(terms(database.appAs(colleague))).containsExactly("lind", "noor");
        assertThat(terms(database.appAs(stranger))).isEmpty();
        assertThat(terms(database.app())).isEmpty();
    }

    @Test
    void whoIsAtTheClinicAlreadyIsFoundAfterTheMigration() {
        var schema = new Schema(database.migration());
        schema.rollbackTo(6);

        schema.migrate();

        assertThat(terms(database.owner())).containsExactly("lind", "noor");
    }

    private UUID provider(String email) {
        return owner.sql("""
                        insert into clinic.provider (email, password_hash, first_name, last_name)
                        values (:email, '!', 'A', 'B')
                        returning id
                        """).param("email", email).query(UUID.class).single();
    }

    private static List<String> terms(DataSource session) {
        return JdbcClient.create(session)
                .sql("select term from patient_search.name_term order by term")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Of the rows themselves: another one stands in the place of each that was written again. */
    private List<String> versions() {
        return owner.sql("select ctid::text || xmin from patient_search.name_term order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
