package io.fleetgram.bot.release;

import io.fleetgram.parts.mariadb.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rows of a database, as statements that name every column that was written. */
record DatabaseRows(List<String> statements) {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final String HISTORY = "flyway_schema_history";

    DatabaseRows {
        statements = List.copyOf(statements);
    }

    /** Reads the columns that these tables have; those that the database computes are left out. */
    static DatabaseRows read(TestDatabase database, Map<String, List<String>> columns) throws SQLException {
        var statements = new ArrayList<String>();
        try (var connection = database.connect()) {
            for (var table : columns.entrySet()) {
                statements.addAll(read(connection, table.getKey(), table.getValue()));
            }
        }
        return new DatabaseRows(statements);
    }

    /** Returns the columns of every table that can be written. */
    static Map<String, List<String>> columns(TestDatabase database) throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        try (var connection = database.connect();
                var query = connection.prepareStatement("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = ? AND generation_expression IS NULL AND table_name <> ?
                        ORDER BY table_name, ordinal_position""")) {
            query.setString(1, database.name());
            query.setString(2, HISTORY);
            var rows = query.executeQuery();
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return columns;
    }

    /** Puts these rows in the place of whatever is in their tables. */
    void write(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (var table : tables()) {
                statement.execute("DELETE FROM " + table);
            }
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    List<String> tables() {
        return statements.stream().map(one -> one.split(" ", 4)[2]).distinct().toList();
    }

    private static List<String> read(Connection connection, String table, List<String> columns) throws SQLException {
        var names = columns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        var statements = new ArrayList<String>();
        try (var query = connection.prepareStatement("SELECT %s FROM %s".formatted(names, table))) {
            var rows = query.executeQuery();
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int column = 1; column <= columns.size(); column++) {
                    values.add(literal(rows, column));
                }
                statements.add("INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, String.join(", ", values)));
            }
        }
        return statements.stream().sorted().toList();
    }

    private static String literal(ResultSet rows, int column) throws SQLException {
        if (rows.getObject(column) == null) {
            return "NULL";
        }
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                "x'" + HexFormat.of().formatHex(rows.getBytes(column)) + "'";
            // The driver's own text has as many digits as it likes.
            case Types.TIMESTAMP ->
                "'" + rows.getObject(column, LocalDateTime.class).format(MILLIS) + "'";
            case Types.BIT, Types.BOOLEAN -> rows.getBoolean(column) ? "1" : "0";
            default -> quoted(rows.getString(column));
        };
    }

    private static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "'";
    }
}
