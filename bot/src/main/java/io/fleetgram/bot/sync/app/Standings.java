package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.security.NodeCertificates.Revocation;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.ChangeRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which certificates were revoked and which nodes removed, kept in memory so that no handshake waits for the database. */
public final class Standings implements IdentityWatch {

    private final NodeCertificates certificates;
    private final Nodes nodes;
    private final Watches watches;
    private final InstantSource time;
    private volatile Map<String, Revocation> revoked = new ConcurrentHashMap<>();
    private volatile Map<String, Instant> removed = new ConcurrentHashMap<>();

    public Standings(NodeCertificates certificates, Nodes nodes, Watches watches, InstantSource time) {
        this.certificates = certificates;
        this.nodes = nodes;
        this.watches = watches;
        this.time = time;
    }

    public Optional<Revocation> revocation(String serial) {
        return Optional.ofNullable(revoked.get(serial));
    }

    /** Returns when the node was removed, if it was. */
    public Optional<Instant> removal(String nodeKey) {
        return Optional.ofNullable(removed.get(nodeKey));
    }

    @Override
    public void reload() {
        var freshRevoked = new ConcurrentHashMap<String, Revocation>();
        certificates.revoked().forEach(one -> freshRevoked.put(one.serial(), one.why()));
        var freshRemoved = new ConcurrentHashMap<String, Instant>();
        nodes.removed().forEach((node, at) -> freshRemoved.put(node.text(), at));
        revoked = freshRevoked;
        removed = freshRemoved;
        freshRemoved.keySet().forEach(this::endNode);
        freshRevoked.forEach(this::endSerial);
    }

    @Override
    public void take(List<ChangeRow> rows) {
        // Removed nodes first: the certificates of a removed node are revoked in the same version.
        for (var row : rows) {
            if (row instanceof ChangeRow.NodeRemoved gone) {
                var at = nodes.removed().getOrDefault(new NodeKey(gone.nodeKey()), time.instant());
                removed.put(gone.nodeKey(), at);
                endNode(gone.nodeKey());
            }
        }
        for (var row : rows) {
            if (row instanceof ChangeRow.Certificate certificate) {
                var why = certificates
                        .revoked(certificate.serial())
                        .map(NodeCertificates.Revoked::why)
                        .orElse(Revocation.BY_OPERATOR);
                revoked.put(certificate.serial(), why);
                endSerial(certificate.serial(), why);
            }
        }
    }

    private void endNode(String node) {
        watches.endNode(node, new CallRefused(AgentError.NODE_REMOVED, "node " + node + " was deleted"));
    }

    /** A poll that was parked under the old certificate while the new one came into use is no sign of distrust. */
    private void endSerial(String serial, Revocation why) {
        watches.endSerial(
                serial,
                switch (why) {
                    case SUPERSEDED ->
                        new CallRefused(
                                AgentError.UNAVAILABLE, "this connection uses a certificate that a newer one replaced");
                    case BY_OPERATOR -> new CallRefused(AgentError.CERTIFICATE_REVOKED, "the certificate was revoked");
                    case NODE_REMOVED -> new CallRefused(AgentError.NODE_REMOVED, "the node was deleted");
                });
    }
}
