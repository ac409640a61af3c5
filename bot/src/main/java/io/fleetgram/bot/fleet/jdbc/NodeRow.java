package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.Place;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a node from a row with the columns of {@link #COLUMNS}. */
final class NodeRow {

    /** For a query in which table {@code node} is {@code n}. */
    static final String COLUMNS = """
            n.id, n.node_key, n.name, n.address, n.region, n.latitude, n.longitude, n.weight, n.capacity, n.note, n.state,
            n.created_at, n.joined_at, n.row_version,
            (SELECT GROUP_CONCAT(t.tag) FROM node_tag t WHERE t.node_id = n.id) AS tags
            """;

    private NodeRow() {}

    static Node read(ResultSet row, int number) throws SQLException {
        return new Node(
                row.getLong("id"),
                new NodeKey(row.getString("node_key")),
                profile(row),
                NodeState.valueOf(row.getString("state")),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "joined_at"),
                row.getInt("row_version"));
    }

    private static NodeProfile profile(ResultSet row) throws SQLException {
        return new NodeProfile(
                row.getString("name"),
                row.getString("address"),
                Optional.ofNullable(row.getString("region")),
                place(row),
                row.getInt("weight"),
                capacity(row),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getString("tags"))
                        .map(tags -> Set.of(tags.split(",", -1)))
                        .orElse(Set.of()));
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        var latitude = Optional.ofNullable(row.getBigDecimal("latitude")).map(BigDecimal::doubleValue);
        var longitude = Optional.ofNullable(row.getBigDecimal("longitude")).map(BigDecimal::doubleValue);
        return latitude.flatMap(north -> longitude.map(east -> new Place(north, east)));
    }

    private static OptionalInt capacity(ResultSet row) throws SQLException {
        int capacity = row.getInt("capacity");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(capacity);
    }
}
