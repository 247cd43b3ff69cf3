package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chartroom.ChartroomApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsIT {

    @Test
    void withOneAccountThePoolStillWorksAsARoleThatOwnsNothing() {
        try (var application = start(TestServer.database("accounts_one"))) {
            assertThat(roleOfThePool(application)).isEqualTo("chartroom_app");
        }
    }

    @Test
    void withTwoAccountsThePoolsOwnCannotBecomeTheOwner() {
        var database = TestServer.environment("accounts_two");
        var server = TestServer.admin("accounts_two");
        server.sql("drop role if exists accounts_pool").update();
        server.sql("create role accounts_pool login password 'secret'").update();
        var settings = List.of(
                "--spring.datasource.url=" + database.get("SPRING_DATASOURCE_URL"),
                "--spring.datasource.username=accounts_pool",
                "--spring.datasource.password=secret",
                "--spring.flyway.user=" + database.get("SPRING_DATASOURCE_USERNAME"),
                "--spring.flyway.password=" + database.get("SPRING_DATASOURCE_PASSWORD"));

        try (var application = start(settings)) {
            assertThat(roleOfThePool(application)).isEqualTo("chartroom_app");
            assertThatThrownBy(() -> application
                            .getBean(JdbcClient.class)
                            .sql("set role chartroom_owner")
                            .update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void noConnectionOfThePoolIsTheOwnersNorPastTheOwnersPolicies() throws Exception {
        try (var application = start(TestServer.database("accounts_pool"))) {
            var pool = application.getBean(DataSource.class).unwrap(HikariDataSource.class);
            var connections = new ArrayList<Connection>();
            for (var i = 0; i < pool.getMaximumPoolSize(); i++) connections.add(pool.getConnection());

            for (var connection : connections) {
                try (connection;
                        var statement = connection.createStatement();
                        var row = statement.executeQuery("""
                                select current_user::text,
                                       row_security_active('clinic.patient'),
                                       pg_has_role(current_user, 'chartroom_owner', 'member'),
                                       rolsuper or rolbypassrls
                                  from pg_roles where rolname = current_user
                                """)) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("chartroom_app");
                    assertThat(row.getBoolean(2)).as("policies bind it").isTrue();
                    assertThat(row.getBoolean(3)).as("may become the owner").isFalse();
                    assertThat(row.getBoolean(4)).as("stands above policies").isFalse();
                }
            }
            assertThat(connections).hasSize(10);
        }
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        var arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        return SpringApplication.run(ChartroomApplication.class, arguments.toArray(String[]::new));
    }

    private static String roleOfThePool(ConfigurableApplicationContext application) {
        return application
                .getBean(JdbcClient.class)
                .sql("select current_user::text")
                .query((row, _) -> row.getString(1))
                .single();
    }
}
