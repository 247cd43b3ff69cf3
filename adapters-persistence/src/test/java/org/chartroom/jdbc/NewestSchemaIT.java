package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chartroom.jdbc.Schema.Status;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link Schema} does to a database that is at the newest version; {@link SchemaIT} begins with an empty one. */
@Timeout(300)
class NewestSchemaIT {

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated();

    private final Schema schema = new Schema(database.migration());
    private final JdbcClient superuser = JdbcClient.create(database.superuser());

    @Test
    void rowsThatBothVersionsCanHoldSurviveTheWayBackAndForth() {
        OneOfEach.insertInto(database.owner());
        String rows = OneOfEach.rowsOf(database.owner());

        schema.rollbackTo(1);
        assertThat(OneOfEach.rowsOf(database.owner())).isEqualTo(rows);

        schema.migrate();
        assertThat(OneOfEach.rowsOf(database.owner())).isEqualTo(rows);
    }

    @Test
    void theHistoryKeepsItsSchemaWhenEverythingIsTakenBack() {
        List<String> versions = applied();

        assertThat(schema.rollbackTo(0)).isEqualTo(versions.reversed());
        assertThat(superuser
                        .sql("select version from flyway.schema_history where version is not null")
                        .query()
                        .listOfRows())
                .isEmpty();
        assertThat(schema.migrate()).isEqualTo(versions);
    }

    @Test
    void aVersionThatIsNotAppliedIsNoGoalOfAWayBack() {
        Catalogue before = catalogue();

        assertThatThrownBy(() -> schema.rollbackTo(7777))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("7777")
                .hasMessageContaining("0002, 0001");
        assertThat(catalogue()).isEqualTo(before);
    }

    @Test
    void aDatabaseNewerThanTheProgramIsRefusedByTheVersionsName() {
        var newest = applied().getLast();
        plant("9999");

        assertThatThrownBy(schema::migrate)
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("9999")
                .hasMessageContaining("newest: " + newest);
        assertThatThrownBy(schema::rollback).isInstanceOf(SchemaRefused.class).hasMessageContaining("9999");
        assertThat(schema.status().applied().getLast().state()).isEqualTo(Status.State.UNKNOWN);
    }

    @Test
    void aVersionThatWasEditedSinceIsNotBuiltUponAndMayBeTakenBack() {
        var newest = applied().getLast();
        superuser
                .sql("update flyway.schema_history set checksum = checksum + 1 where version = :version")
                .param("version", newest)
                .update();

        assertThatThrownBy(schema::migrate).isInstanceOf(SchemaRefused.class).hasMessageContaining("Version " + newest);
        assertThat(schema.rollback()).containsExactly(newest);
        assertThat(schema.migrate()).containsExactly(newest);
    }

    @Test
    void aFailedVersionIsNotBuiltUponAndNotTakenBack() {
        superuser
                .sql("update flyway.schema_history set success = false where version = '0002'")
                .update();

        assertThatThrownBy(schema::migrate).isInstanceOf(SchemaRefused.class).hasMessageContaining("0002 failed");
        assertThatThrownBy(() -> schema.rollbackTo(1))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("0002 failed");
        assertThat(schema.status().applied()).extracting(Status.Applied::state).contains(Status.State.FAILED);
    }

    @Test
    void aDatabaseInAnUnknownStateCanStillBeDroppedAndBuiltAnew() {
        List<String> versions = applied();
        Catalogue before = catalogue();
        List<String> ours = schemasOfTheOwner();
        OneOfEach.insertInto(database.owner());
        plant("9999");

        assertThat(ours).contains("clinic", "access", "flyway");
        assertThat(schema.drop()).containsExactlyElementsOf(ours);
        assertThat(catalogue().lines()).noneMatch(line -> line.contains("clinic"));
        assertThat(schema.migrate()).isEqualTo(versions);
        assertThat(catalogue()).isEqualTo(before);
    }

    @Test
    void whatIsNotOursStaysWhenEverythingIsDropped() {
        superuser.sql("create schema billing").update();

        schema.drop();

        assertThat(catalogue().lines()).contains("schema billing of postgres");
        assertThat(schema.drop()).isEmpty();
    }

    private List<String> schemasOfTheOwner() {
        return superuser
                .sql("select nspname from pg_namespace where nspowner = :owner::regrole order by nspname")
                .param("owner", Roles.OWNER)
                .query((row, _) -> row.getString("nspname"))
                .list();
    }

    private void plant(String version) {
        superuser.sql("""
                insert into flyway.schema_history (installed_rank, version, description, type, script, installed_by,
                                                   execution_time, success)
                values (9999, :version, 'from the future', 'SQL', 'V' || :version || '__from_the_future.sql', 'somebody', 1, true)
                """).param("version", version).update();
    }

    private List<String> applied() {
        return schema.status().applied().stream().map(Status.Applied::version).toList();
    }

    private Catalogue catalogue() {
        return Catalogue.of(database.superuser());
    }
}
