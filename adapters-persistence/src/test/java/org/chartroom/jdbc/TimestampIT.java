package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When a row was made and last changed, on each of the nine tables. */
class TimestampIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final DataSource owner = DATABASE.owner();

    @BeforeAll
    static void oneOfEach() {
        OneOfEach.insertInto(DATABASE.owner());
    }

    static List<String> tables() {
        return OneOfEach.TABLES;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachUpdateAdvancesTheVersionAndLeavesTheBirthOfTheRow(String table) {
        Timestamps before = timestamps(table);

        Timestamps after = update(table, "id = id");

        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void twentyUpdatesInOneTransactionAreTwentyVersions(String table) {
        List<OffsetDateTime> versions = new TransactionTemplate(new JdbcTransactionManager(owner))
                .execute(_ -> Stream.generate(() -> update(table, "id = id").updatedAt())
                        .limit(20)
                        .toList());

        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noUpdateSetsTheTimestampsByHand(String table) {
        Timestamps before = timestamps(table);

        Timestamps after = update(table, "created_at = 'epoch', updated_at = 'epoch'");

        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aVersionThatIsAheadOfTheClockAdvancesAllTheSame(String table) {
        OffsetDateTime tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).truncatedTo(ChronoUnit.MICROS);
        setWithoutTrigger(table, tomorrow);

        assertThat(update(table, "id = id").updatedAt()).isEqualTo(tomorrow.plus(1, ChronoUnit.MICROS));
    }

    private Timestamps timestamps(String table) {
        return query("select created_at, updated_at from clinic.%s".formatted(table));
    }

    private Timestamps update(String table, String assignment) {
        return query("update clinic.%s set %s returning created_at, updated_at".formatted(table, assignment));
    }

    private Timestamps query(String sql) {
        return JdbcClient.create(owner)
                .sql(sql)
                .query((row, _) -> new Timestamps(
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("updated_at", OffsetDateTime.class)))
                .single();
    }

    private static void setWithoutTrigger(String table, OffsetDateTime updatedAt) {
        JdbcClient superuser = JdbcClient.create(DATABASE.superuser());
        superuser
                .sql("alter table clinic.%s disable trigger user".formatted(table))
                .update();
        superuser
                .sql("update clinic.%s set updated_at = :updatedAt".formatted(table))
                .param("updatedAt", updatedAt)
                .update();
        superuser
                .sql("alter table clinic.%s enable trigger user".formatted(table))
                .update();
    }

    private record Timestamps(OffsetDateTime createdAt, OffsetDateTime updatedAt) {}
}
