package org.chartroom.bootstrap.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach a server on this machine. It lasts as long as the server: the next start may take another port.
 *
 * @param user     the superuser
 * @param password the home's secret, the same at every start
 */
public record Endpoint(String host, int port, String user, String password) {

    /** Without user and password. The driver answers no request but SCRAM, so an impostor on the port learns nothing. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s?requireAuth=scram-sha-256".formatted(host, port, database);
    }

    /** One connection as superuser, outside any pool. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
