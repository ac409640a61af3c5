package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.security.NodeCertificates;
import java.time.Instant;
import java.util.List;

/** Node identities as their certificates tell them. */
public final class CertifiedNodes implements NodeIdentity {

    private final NodeCertificates certificates;

    public CertifiedNodes(NodeCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public boolean certified(NodeKey node) {
        return certificates.any(node.text());
    }

    @Override
    public List<String> revokeAll(NodeKey node, String why, Instant at) {
        return certificates.revokeAll(node.text(), why, at);
    }
}
