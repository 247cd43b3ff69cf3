package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.chartroom.jdbc.Ownership.About;
import org.chartroom.jdbc.Ownership.Erasure;
import org.chartroom.jdbc.Ownership.Table;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The manifest against the live catalogue; what erasure really does, ErasureIT tells. */
class OwnershipIT {

    private static final Ownership MANIFEST = Ownership.ofTheProduct();

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void theManifestSaysOfEveryTableWhatIsSo() {
        assertThat(departures(MANIFEST)).isEmpty();
    }

    @Test
    void aTableThatTheManifestDoesNotKnowIsFound() {
        assertThat(departures(MANIFEST, "create table clinic.referral (id int, note text)"))
                .containsExactly("clinic.referral has no entry in db/ownership.yaml: say there whose it is");
    }

    @Test
    void aTableThatHangsOnAPatientAndIsNotKnownIsFound() {
        assertThat(departures(MANIFEST, """
                create table booking.taxi (visit uuid references clinic.appointment (id))
                """))
                .contains(
                        "booking.taxi refers to clinic.appointment and so is of a patient: say so, and how it is reached");
    }

    @Test
    void aTableThatHangsOnAPatientAndIsSaidNotToIsFound() {
        assertThat(departures(saying("clinic.allergy", About.PROVIDER, List.of(), Erasure.UNTOUCHED)))
                .containsExactly(
                        "clinic.allergy refers to clinic.patient and so is of a patient: say so, and how it is reached");
        assertThat(departures(saying("audit.event", About.INSTALLATION, List.of(), Erasure.UNTOUCHED)))
                .containsExactly(
                        "audit.event has a column patient_id and so is of a patient: say so, and how it is reached");
    }

    @Test
    void anEntryWithoutATableIsFound() {
        assertThat(departures(MANIFEST, "drop table audit.seal"))
                .containsExactly("audit.seal has an entry, but there is no such table: strike it");
    }

    @Test
    void aTableOfAPatientWithoutRowSecurityIsFound() {
        assertThat(departures(MANIFEST, "alter table clinic.allergy disable row level security"))
                .containsExactly(
                        "clinic.allergy is of a patient, but open: enable row level security and write its policies, or grant nothing");
    }

    @Test
    void aViewThatAsksNotForWhomIsFound() {
        for (var open : List.of("view", "materialized view"))
            assertThat(departures(
                            MANIFEST,
                            "create %1$s reading.open as select * from clinic.allergy; create %1$s reading.far as select id from reading.open; grant select on reading.open, reading.far to chartroom_app"
                                    .formatted(open)))
                    .containsExactly(
                            "reading.far is a view, read as its owner, whom no policy binds: let it ask for access.actor(), or make it security_invoker",
                            "reading.open is a view, read as its owner, whom no policy binds: let it ask for access.actor(), or make it security_invoker");
        assertThat(departures(MANIFEST, """
                create view reading.closed with (security_invoker) as select * from clinic.allergy;
                create view reading.below as select id from reading.symptom;
                grant select on reading.closed, reading.below to chartroom_app
                """)).isEmpty();
    }

    @Test
    void aPathThatLeadsElsewhereIsFound() {
        assertThat(departures(saying("clinic.symptom", About.PATIENT, List.of("medical_record_id"), Erasure.DELETED)))
                .containsExactly(
                        "clinic.symptom is said to be reached by [medical_record_id], which ends at clinic.medical_record");
        assertThat(departures(saying("clinic.symptom", About.PATIENT, List.of("name", "id"), Erasure.DELETED)))
                .containsExactly(
                        "clinic.symptom is said to be reached by [name, id], but name of clinic.symptom refers to nothing");
    }

    @Test
    void whatIsKeptWithoutSayingWhyIsFound() {
        assertThat(departures(saying("audit.event", About.PATIENT, List.of("patient_id"), Erasure.KEPT)))
                .containsExactly("audit.event is kept when its patient is erased: say why");
    }

    @Test
    void aReferenceToTheRightIsFound() {
        assertThat(
                        departures(
                                MANIFEST,
                                "alter table access.session add constraint session_patient_fkey foreign key (id) references clinic.patient (id)"))
                .contains(
                        "access.session, which is provider's, refers to clinic.patient, which is patient's, to the right of it");
    }

    @Test
    void aDerivedTableThatTheApplicationMayWriteIsFound() {
        assertThat(departures(MANIFEST, "grant update on booking.busy to chartroom_app"))
                .contains("booking.busy is said to be derived, but chartroom_app may write it");
    }

    private static List<String> departures(Ownership manifest) {
        return departures(manifest, "select");
    }

    /** With a change of the catalogue that is not committed. */
    private static List<String> departures(Ownership manifest, String planted) {
        try (var connection = DATABASE.superuser().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(planted);
            var departures = OwnershipCheck.departures(manifest, new SingleConnectionDataSource(connection, true));
            connection.rollback();
            return departures;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The manifest, with another entry for one table, which gives no reason. */
    private static Ownership saying(String name, About about, List<String> reached, Erasure erasure) {
        var tables = new HashMap<>(MANIFEST.tables());
        tables.computeIfPresent(
                name,
                (_, table) -> new Table(
                        table.owner(),
                        about,
                        reached,
                        table.history(),
                        erasure,
                        table.receipt(),
                        table.exports(),
                        null));
        return new Ownership(MANIFEST.line(), tables);
    }
}
