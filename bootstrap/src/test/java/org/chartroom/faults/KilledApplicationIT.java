package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.chartroom.faults.Ledger.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code kill -9} of the application and all its threads, at any moment, while clients write. */
@Execution(ExecutionMode.CONCURRENT)
class KilledApplicationIT {

    private static final String FAULT = "kill -9 of the application";

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereOnceAndWhoeverAsksAgainGetsTheirAnswer() throws Exception {
        var home = folder.resolve("home");
        try (var node = Node.embedded(home).serving();
                var ledger = new Ledger(folder.resolve("ledger"));
                var clients = new Clients(ledger, node.signIn(Figures.times(1, 4)), node.base())) {
            clients.start(Figures.times(100, 1_000));
            await().until(() -> ledger.acknowledged(Kind.RECORD) >= 20); // of each kind there is something to lose
            var kills = Figures.times(1, 5);
            for (var kill = 0; kill < kills; kill++) {
                Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(2_000, 4_000))); // any moment will do
                node.program().sigkill();
                node.startAgain();
            }
            clients.finish();
            var superuser = Node.superuser(home);
            var oracle = new Oracle(superuser, ledger.lines());

            assertThat(clients.answers().keySet()).as("%s", clients).isSubsetOf(200, 201, 204, 503);
            assertThat(clients.unanswered()).as("somebody was cut off").isPositive();
            assertThat(oracle.complaints()).isEmpty();
            assertThat(verified(node)).startsWith("The audit trail is sound");
            Figures.tell(
                    FAULT,
                    "%d kills, %d clients, %d writes acknowledged, %d requests cut off: 0 lost, 0 twice, 0 without their event"
                            .formatted(kills, Figures.times(100, 1_000), oracle.acknowledged(), clients.unanswered()));
            theOracleSees(superuser, ledger, node);
        }
    }

    /** Each of its complaints, provoked by hand. */
    private static void theOracleSees(JdbcClient superuser, Ledger ledger, Node node) {
        var lines = ledger.lines();
        byHand(
                superuser,
                "delete from clinic.medical_record where id = (select id from clinic.medical_record where subjective like 'faultless%' limit 1)");
        assertThat(new Oracle(superuser, lines).complaints())
                .singleElement()
                .asString()
                .contains("is lost");
        byHand(
                superuser,
                "update clinic.patient set notes = notes || '.' where id = (select id from clinic.patient where notes like 'faultless%' limit 1)");
        assertThat(new Oracle(superuser, lines).complaints())
                .hasSize(2)
                .anyMatch(each -> each.contains("as it was sent"));
        byHand(superuser, """
                insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type, reason)
                select patient_id, provider_id, appointment_date + interval '50 years', appointment_type, reason
                  from clinic.appointment where reason like 'faultless%' limit 1""");
        assertThat(new Oracle(superuser, lines).complaints())
                .anyMatch(each -> each.contains("is stored 2 times"))
                .anyMatch(each -> each.contains("has 0 events"));
        byHand(
                superuser,
                "update clinic.appointment set id = gen_random_uuid() where id = (select id from clinic.appointment where reason like 'faultless%' limit 1)");
        assertThat(new Oracle(superuser, lines).complaints())
                .anyMatch(each -> each.contains("as another than was told"));
        byHand(superuser, """
                update pg_index set indisready = false where indexrelid = 'clinic.patient_pkey'::regclass;
                insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                select provider_id, 'Ada', 'Lost', date '1980-02-29', 'female' from clinic.patient limit 1;
                update pg_index set indisready = true where indexrelid = 'clinic.patient_pkey'::regclass""");
        assertThat(new Oracle(superuser, lines).complaints())
                .anyMatch(each -> each.contains("lacks matching index tuple"));
        byHand(superuser, "delete from draft.note where note like '%faultless%'");
        assertThat(new Oracle(superuser, lines).complaints())
                .anyMatch(each -> each.contains("older than was acknowledged"));
        await().until(() -> superuser
                .sql("select exists (select from audit.seal where last_event > 10)")
                .query(Boolean.class)
                .single());
        byHand(superuser, "delete from audit.event where id = 10");
        assertThat(verified(node)).contains("The audit trail is broken");
    }

    /** Past every trigger. What changes nothing proves nothing, and fails. */
    private static void byHand(JdbcClient superuser, String change) {
        superuser.sql("""
                do $$ begin
                    set local session_replication_role = replica;
                    %s;
                    if not found then raise 'nothing was changed'; end if;
                end $$""".formatted(change)).update();
    }

    private static String verified(Node node) {
        return node.run("audit", "verify").output().replaceFirst("^(?s).*(?=The audit trail)", "");
    }
}
