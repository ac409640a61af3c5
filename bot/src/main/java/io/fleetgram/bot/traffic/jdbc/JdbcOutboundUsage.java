package io.fleetgram.bot.traffic.jdbc;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.traffic.Amount;
import io.fleetgram.bot.traffic.OutboundUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over {@code traffic_outbound_hour}. */
@Repository
final class JdbcOutboundUsage implements OutboundUsage {

    private final JdbcClient jdbc;

    JdbcOutboundUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Through> onNode(NodeKey node, Instant from) {
        return jdbc.sql("""
                        SELECT o.outbound_tag, SUM(o.uplink) AS uplink, SUM(o.downlink) AS downlink
                        FROM traffic_outbound_hour o JOIN node n ON n.id = o.node_id
                        WHERE n.node_key = :node AND o.hour >= :from GROUP BY o.outbound_tag
                        ORDER BY SUM(o.uplink) + SUM(o.downlink) DESC, o.outbound_tag
                        """)
                .param("node", node.text())
                .param("from", Duration.between(Instant.EPOCH, from).toHours())
                .query((row, number) -> new Through(
                        row.getString("outbound_tag"), new Amount(row.getLong("uplink"), row.getLong("downlink"))))
                .list();
    }
}
