package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Timeout(30)
class SchemaLockIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.blank();

    private final DataSource account = DATABASE.migration();

    @Test
    void aSecondTakerIsRefusedWhenItsPatienceEnds() {
        try (var _ = SchemaLock.take(account)) {
            assertThatThrownBy(() -> SchemaLock.take(account, Duration.ofMillis(50)))
                    .isInstanceOf(SchemaRefused.class)
                    .hasMessageContaining("Another process");
        }
    }

    @Test
    void theLockIsFreeAgainAfterAFailureUnderIt() {
        assertThatThrownBy(() -> {
                    try (SchemaLock lock = SchemaLock.take(account)) {
                        lock.inTransaction(jdbc -> jdbc.execute("select 1 / 0"));
                    }
                })
                .hasMessageContaining("division by zero");

        assertThatTheLockIsFree();
    }

    @Test
    void theLockDiesWithItsSession() {
        SchemaLock lock = SchemaLock.take(account);
        new JdbcTemplate(DATABASE.superuser())
                .queryForList(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");

        assertThatTheLockIsFree();
        assertThatThrownBy(lock::close).hasMessageContaining("terminating connection");
    }

    @Test
    void aConnectionOfAPoolComesBackAsItWas() throws SQLException {
        SingleConnectionDataSource pool = new SingleConnectionDataSource(account.getConnection(), true);
        String settings = "select current_user || current_setting('lock_timeout')";
        String before = new JdbcTemplate(pool).queryForObject(settings, String.class);

        try (SchemaLock lock = SchemaLock.take(pool)) {
            lock.inTransaction(jdbc -> jdbc.execute("select 1"));
        }

        assertThat(new JdbcTemplate(pool).queryForObject(settings, String.class))
                .isEqualTo(before);
        pool.destroy();
    }

    private void assertThatTheLockIsFree() {
        assertThatCode(() -> SchemaLock.take(account, Duration.ofSeconds(5)).close())
                .doesNotThrowAnyException();
    }
}
