package io.fleetgram.bot.release;

import io.fleetgram.parts.mariadb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of a database, as far as statements that were written for them depend on it.
 *
 * @param tables columns by name, by table
 * @param bonds what refuses rows: unique keys, foreign keys and checks, as {@code table: kind (columns)}
 */
record Schema(Map<String, Map<String, Column>> tables, Set<Bond> bonds) {

    /** @param needed a row that does not name the column is refused */
    record Column(String type, boolean nullable, boolean needed) {}

    record Bond(String table, String kind, String what) {}

    private static final String COLUMNS = """
            SELECT table_name, column_name, column_type, is_nullable,
                is_nullable = 'NO' AND column_default IS NULL AND extra NOT LIKE '%auto_increment%'
                    AND generation_expression IS NULL
            FROM information_schema.columns WHERE table_schema = ? AND table_name <> 'flyway_schema_history'""";

    private static final String BONDS = """
            SELECT table_name, 'unique key', GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', ')
                FROM information_schema.statistics WHERE table_schema = ? AND non_unique = 0
                GROUP BY table_name, index_name
            UNION ALL SELECT table_name, 'foreign key',
                CONCAT(GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ', '), ' to ', MAX(referenced_table_name))
                FROM information_schema.key_column_usage
                WHERE table_schema = ? AND referenced_table_name IS NOT NULL GROUP BY table_name, constraint_name
            UNION ALL SELECT table_name, 'check', check_clause
                FROM information_schema.check_constraints WHERE constraint_schema = ?""";

    static Schema read(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return new Schema(columns(connection, database.name()), bonds(connection, database.name()));
        }
    }

    /** Says what statements for this schema would miss or run into in a newer one. */
    List<String> takenAwayBy(Schema newer) {
        var missed = new ArrayList<String>();
        tables.forEach((table, columns) -> {
            var present = newer.tables.get(table);
            if (present == null) {
                missed.add("table %s is gone".formatted(table));
                return;
            }
            columns.forEach((name, column) -> compare(table + "." + name, column, present.get(name), missed));
            present.forEach((name, column) -> {
                if (!columns.containsKey(name) && column.needed()) {
                    missed.add("new column %s.%s is NOT NULL without a default".formatted(table, name));
                }
            });
        });
        var added = new HashSet<>(newer.bonds);
        added.removeAll(bonds);
        added.stream()
                .filter(bond -> tables.containsKey(bond.table()))
                .filter(bond -> !onNewColumnsOnly(bond, newer))
                .forEach(bond -> missed.add("new %s on %s: %s".formatted(bond.kind(), bond.table(), bond.what())));
        return missed.stream().sorted().toList();
    }

    private static void compare(
            String name, Column before, @org.jspecify.annotations.Nullable Column now, List<String> missed) {
        if (now == null) {
            missed.add("column %s is gone".formatted(name));
        } else if (!now.type().equals(before.type()) && !widened(before.type(), now.type())) {
            missed.add("column %s was %s and is %s".formatted(name, before.type(), now.type()));
        } else if (before.nullable() && !now.nullable()) {
            missed.add("column %s may not be NULL any more".formatted(name));
        } else if (!before.needed() && now.needed()) {
            missed.add("column %s has lost its default".formatted(name));
        }
    }

    /** A text may get longer; a number or a list of words that grows holds what the release cannot read. */
    private static boolean widened(String before, String now) {
        var texts = java.util.regex.Pattern.compile("(var(?:char|binary))\\((\\d+)\\)");
        var one = texts.matcher(before);
        var other = texts.matcher(now);
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && Integer.parseInt(one.group(2)) <= Integer.parseInt(other.group(2));
    }

    private boolean onNewColumnsOnly(Bond bond, Schema newer) {
        var old = tables.get(bond.table()).keySet();
        var own = new TreeSet<>(newer.tables.get(bond.table()).keySet());
        own.removeAll(old);
        return own.stream().anyMatch(column -> bond.what().matches(".*\\b" + column + "\\b.*"))
                && own.stream()
                        .noneMatch(column ->
                                newer.tables.get(bond.table()).get(column).needed());
    }

    private static Map<String, Map<String, Column>> columns(Connection connection, String name) throws SQLException {
        var tables = new TreeMap<String, Map<String, Column>>();
        try (var query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, name);
            var rows = query.executeQuery();
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), table -> new TreeMap<>())
                        .put(
                                rows.getString(2),
                                new Column(rows.getString(3), rows.getString(4).equals("YES"), rows.getBoolean(5)));
            }
        }
        return tables;
    }

    private static Set<Bond> bonds(Connection connection, String name) throws SQLException {
        var bonds = new HashSet<Bond>();
        try (var query = connection.prepareStatement(BONDS)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                query.setString(parameter, name);
            }
            var rows = query.executeQuery();
            while (rows.next()) {
                bonds.add(new Bond(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return bonds;
    }
}
