package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.sync.ChangeRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change row as columns of table {@code change_log}. */
record ChangeColumns(
        String kind,
        @Nullable String accountKey,
        @Nullable String inboundKey,
        @Nullable String nodeKey,
        @Nullable String serial) {

    static ChangeColumns of(ChangeRow row) {
        return switch (row) {
            case ChangeRow.Account account ->
                new ChangeColumns(
                        "ACCOUNT",
                        account.accountKey(),
                        account.inboundKey(),
                        account.node().orElse(null),
                        null);
            case ChangeRow.Inbound inbound -> new ChangeColumns("INBOUND", null, inbound.inboundKey(), null, null);
            case ChangeRow.Node node -> new ChangeColumns("NODE", null, null, node.nodeKey(), null);
            case ChangeRow.ResyncNode node -> new ChangeColumns("RESYNC_NODE", null, null, node.nodeKey(), null);
            case ChangeRow.NodeRemoved node -> new ChangeColumns("NODE_REMOVED", null, null, node.nodeKey(), null);
            case ChangeRow.Certificate certificate ->
                new ChangeColumns("CERTIFICATE", null, null, certificate.nodeKey(), certificate.serial());
        };
    }

    static ChangeColumns read(ResultSet row) throws SQLException {
        return new ChangeColumns(
                row.getString("kind"),
                row.getString("account_key"),
                row.getString("inbound_key"),
                row.getString("node_key"),
                row.getString("serial"));
    }

    ChangeRow toRow() {
        return switch (kind) {
            case "ACCOUNT" -> new ChangeRow.Account(set(accountKey), set(inboundKey), Optional.ofNullable(nodeKey));
            case "INBOUND" -> new ChangeRow.Inbound(set(inboundKey));
            case "NODE" -> new ChangeRow.Node(set(nodeKey));
            case "RESYNC_NODE" -> new ChangeRow.ResyncNode(set(nodeKey));
            case "NODE_REMOVED" -> new ChangeRow.NodeRemoved(set(nodeKey));
            case "CERTIFICATE" -> new ChangeRow.Certificate(set(serial), set(nodeKey));
            default ->
                throw new IllegalStateException("the change log holds a row of kind " + kind
                        + ", which a newer controller wrote: upgrade this one");
        };
    }

    private String set(@Nullable String column) {
        if (column == null) {
            throw new IllegalStateException("a row of kind " + kind + " in the change log lacks a key");
        }
        return column;
    }
}
