package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeCredentials;
import io.fleetgram.bot.security.NodeCredentials.Revocation;
import io.fleetgram.bot.security.NodeCredentials.Revoked;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.ChangeRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which certificates and tokens were revoked and which nodes removed, kept in memory so that no handshake and no call waits
 * for the database.
 */
public final class Standings implements IdentityWatch {

    private final NodeCredentials credentials;
    private final Nodes nodes;
    private final Watches watches;
    private final InstantSource time;
    private volatile Map<String, Revocation> revoked = new ConcurrentHashMap<>();
    private volatile Map<String, Instant> removed = new ConcurrentHashMap<>();

    public Standings(NodeCredentials credentials, Nodes nodes, Watches watches, InstantSource time) {
        this.credentials = credentials;
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
        var all = credentials.revoked();
        all.forEach(one -> freshRevoked.put(one.serial(), one.why()));
        var freshRemoved = new ConcurrentHashMap<String, Instant>();
        nodes.removed().forEach((node, at) -> freshRemoved.put(node.text(), at));
        revoked = freshRevoked;
        removed = freshRemoved;
        freshRemoved.keySet().forEach(this::endNode);
        all.forEach(this::end);
    }

    @Override
    public void take(List<ChangeRow> rows) {
        // Removed nodes first: the credentials of a removed node are revoked in the same version.
        for (var row : rows) {
            if (row instanceof ChangeRow.NodeRemoved gone) {
                var at = nodes.removed().getOrDefault(new NodeKey(gone.nodeKey()), time.instant());
                removed.put(gone.nodeKey(), at);
                endNode(gone.nodeKey());
            }
        }
        for (var row : rows) {
            if (row instanceof ChangeRow.Certificate certificate) {
                var one = credentials.revoked(certificate.serial()).orElseGet(() -> unknown(certificate));
                revoked.put(one.serial(), one.why());
                end(one);
            }
        }
    }

    private static Revoked unknown(ChangeRow.Certificate row) {
        return new Revoked(row.serial(), row.nodeKey(), CredentialKind.CERTIFICATE, Revocation.BY_OPERATOR);
    }

    private void endNode(String node) {
        watches.endNode(node, new CallRefused(AgentError.NODE_REMOVED, "node " + node + " was deleted"));
    }

    /** A poll that was parked under the old credential while the new one came into use is no sign of distrust. */
    private void end(Revoked one) {
        watches.endSerial(
                one.serial(),
                switch (one.why()) {
                    case SUPERSEDED ->
                        new CallRefused(
                                AgentError.UNAVAILABLE, "this connection uses a credential that a newer one replaced");
                    case BY_OPERATOR ->
                        one.kind() == CredentialKind.TOKEN
                                ? new CallRefused(AgentError.TOKEN_REVOKED, "the token was revoked")
                                : new CallRefused(AgentError.CERTIFICATE_REVOKED, "the certificate was revoked");
                    case NODE_REMOVED -> new CallRefused(AgentError.NODE_REMOVED, "the node was deleted");
                });
    }
}
