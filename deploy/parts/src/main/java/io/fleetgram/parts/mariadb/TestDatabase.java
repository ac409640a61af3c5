package io.fleetgram.parts.mariadb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A test's own database and how to log in to it. */
public record TestDatabase(String name, String jdbcUrl, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
