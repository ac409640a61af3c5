package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.security.NodeCredentials;
import java.time.Instant;
import java.util.List;

/** Node identities as their certificates and tokens tell them. */
public final class CertifiedNodes implements NodeIdentity {

    private final NodeCredentials credentials;

    public CertifiedNodes(NodeCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean certified(NodeKey node) {
        return credentials.any(node.text());
    }

    @Override
    public List<String> revokeAll(NodeKey node, String why, Instant at) {
        return credentials.revokeAll(node.text(), why, at);
    }
}
