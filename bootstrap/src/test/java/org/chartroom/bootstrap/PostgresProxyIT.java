package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.bootstrap.PostgresProxy.Listener;
import org.chartroom.bootstrap.PostgresProxy.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresProxyIT {

    @BeforeEach
    void emptyDatabase() {
        TestServer.database("proxied");
        TestServer.admin("proxied")
                .sql("create table written (n int primary key)")
                .update();
    }

    @Test
    void whatPassesIsHeard() throws Exception {
        var rows = new AtomicInteger();
        var listener = new Listener() {
            @Override
            public void answered(Message message) {
                if (message.type() == 'D') rows.incrementAndGet();
            }
        };

        try (var proxy = TestServer.proxy(() -> listener);
                var connection = connect(proxy);
                var statement = connection.createStatement();
                var numbers = statement.executeQuery("select n from generate_series(1, 300) as n order by n desc")) {
            numbers.next();
            assertThat(numbers.getInt(1)).isEqualTo(300);
            assertThat(rows).hasValue(300);
        }
    }

    @Test
    void aCommitWhoseAnswerIsCutOffHasHappened() throws Exception {
        var listener = new Listener() {
            @Override
            public void answered(Message message) throws IOException {
                if (message.type() == 'C' && message.text(0).equals("COMMIT")) throw new IOException("cut");
            }
        };

        try (var proxy = TestServer.proxy(() -> listener);
                var connection = connect(proxy)) {
            connection.setAutoCommit(false);
            write(connection);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }

        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aCommitThatIsCutOffHasNotHappened() throws Exception {
        var listener = new Listener() {
            @Override
            public void asked(Message message) throws IOException {
                if (message.type() == 'P' && message.text(1).equals("COMMIT")) throw new IOException("cut");
            }
        };

        try (var proxy = TestServer.proxy(() -> listener);
                var connection = connect(proxy)) {
            connection.setAutoCommit(false);
            write(connection);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }

        assertThat(written()).isZero();
    }

    @Test
    void whoeverWaitsForAnAnswerThatIsHeldBackWaits() throws Exception {
        var held = new CountDownLatch(1);
        var let = new CountDownLatch(1);
        var listener = new Listener() {
            private boolean inserted;

            @Override
            public void answered(Message message) {
                if (message.type() == 'C') inserted = message.text(0).equals("INSERT 0 1");
                if (message.type() != 'Z' || !inserted) return; // with which an answer ends
                held.countDown();
                await(let);
            }
        };

        try (var proxy = TestServer.proxy(() -> listener);
                var connection = connect(proxy)) {
            var writer = Thread.ofVirtual().start(() -> write(connection));
            await(held);
            assertThat(written()).isEqualTo(1);
            assertThat(writer.join(Duration.ofMillis(300))).isFalse();
            let.countDown();
            writer.join();
        }
    }

    private static Connection connect(PostgresProxy proxy) throws SQLException {
        var arguments = TestServer.existing("proxied", proxy);
        return DriverManager.getConnection(value(arguments.get(0)), value(arguments.get(1)), value(arguments.get(2)));
    }

    private static String value(String argument) {
        return argument.substring(argument.indexOf('=') + 1);
    }

    private static void write(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into written values (1)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int written() {
        return TestServer.admin("proxied")
                .sql("select count(*) from written")
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
