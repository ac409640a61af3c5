package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Place;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of tables {@code node} and {@code node_tag}. */
@Component
final class NodeTable {

    private final JdbcClient jdbc;

    NodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NodeKey key, NodeProfile profile, Instant at) {
        withProfile("""
                        INSERT INTO node (node_key, name, address, region, latitude, longitude, weight, capacity, note, state, created_at)
                        VALUES (:key, :name, :address, :region, :latitude, :longitude, :weight, :capacity, :note, 'PENDING', :at)
                        """, profile)
                .param("key", key.text())
                .param("at", DatabaseTime.of(at))
                .update();
        writeTags(key, profile);
    }

    /** Returns false if the row has another version by now. */
    boolean update(Node node) {
        int updated = withProfile("""
                        UPDATE node SET name = :name, address = :address, region = :region, latitude = :latitude,
                            longitude = :longitude, weight = :weight, capacity = :capacity, note = :note, state = :state,
                            row_version = row_version + 1
                        WHERE node_key = :key AND row_version = :rowVersion AND state <> 'REMOVED'
                        """, node.profile())
                .param("state", node.state().name())
                .param("key", node.key().text())
                .param("rowVersion", node.rowVersion())
                .update();
        if (updated == 1) {
            writeTags(node.key(), node.profile());
        }
        return updated == 1;
    }

    /** Returns false if the row has another version by now. */
    boolean remove(Node node, Instant at) {
        return jdbc.sql("""
                        UPDATE node SET state = 'REMOVED', removed_at = :at, row_version = row_version + 1
                        WHERE node_key = :key AND row_version = :rowVersion AND state <> 'REMOVED'
                        """)
                        .param("at", DatabaseTime.of(at))
                        .param("key", node.key().text())
                        .param("rowVersion", node.rowVersion())
                        .update()
                == 1;
    }

    private void writeTags(NodeKey key, NodeProfile profile) {
        long id = jdbc.sql("SELECT id FROM node WHERE node_key = :key")
                .param("key", key.text())
                .query(Long.class)
                .single();
        jdbc.sql("DELETE FROM node_tag WHERE node_id = :id").param("id", id).update();
        profile.tags().stream()
                .sorted()
                .forEach(tag -> jdbc.sql("INSERT INTO node_tag (node_id, tag) VALUES (:id, :tag)")
                        .param("id", id)
                        .param("tag", tag)
                        .update());
    }

    private JdbcClient.StatementSpec withProfile(String sql, NodeProfile profile) {
        return jdbc.sql(sql)
                .param("name", profile.name())
                .param("address", profile.address())
                .param("region", profile.region().orElse(null))
                .param("latitude", profile.place().map(Place::latitude).orElse(null))
                .param("longitude", profile.place().map(Place::longitude).orElse(null))
                .param("weight", profile.weight())
                .param(
                        "capacity",
                        profile.capacity().isPresent() ? profile.capacity().getAsInt() : null)
                .param("note", profile.note().orElse(null));
    }
}
