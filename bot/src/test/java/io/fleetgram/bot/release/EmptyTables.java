package io.fleetgram.bot.release;

import io.fleetgram.parts.mariadb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Gives a row to every table that use alone has left empty, so that a release writes down the shape of each. */
final class EmptyTables {

    private EmptyTables() {}

    static void fill(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (var table : DatabaseRows.columns(database).keySet()) {
                if (isEmpty(connection, table)) {
                    var values = values(connection, database.name(), table);
                    statement.execute("INSERT INTO %s (`%s`) VALUES (%s)"
                            .formatted(
                                    table, String.join("`, `", values.keySet()), String.join(", ", values.values())));
                }
            }
        }
    }

    private static boolean isEmpty(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            return !statement
                    .executeQuery("SELECT 1 FROM " + table + " LIMIT 1")
                    .next();
        }
    }

    private static Map<String, String> values(Connection connection, String schema, String table) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        try (var query = connection.prepareStatement("""
                SELECT column_name, data_type, column_type FROM information_schema.columns
                WHERE table_schema = ? AND table_name = ? AND generation_expression IS NULL
                ORDER BY ordinal_position""")) {
            query.setString(1, schema);
            query.setString(2, table);
            var rows = query.executeQuery();
            while (rows.next()) {
                values.put(rows.getString(1), value(rows.getString(2), rows.getString(3)));
            }
        }
        return values;
    }

    private static String value(String type, String form) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "datetime" -> "'2026-11-01 12:00:00.000'";
            case "enum" -> form.substring(form.indexOf('\''), form.indexOf('\'', form.indexOf('\'') + 1) + 1);
            case "binary", "varbinary", "blob", "longblob" -> "x'00'";
            case "longtext" -> "'{}'";
            default -> "'1'";
        };
    }
}
