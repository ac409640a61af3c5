package io.fleetgram.bot.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates and tokens together: the first use of one kind ends the other. */
public record BothCredentials(NodeCertificates certificates, NodeTokens tokens) implements NodeCredentials {

    @Override
    public boolean markUsed(String id, Instant at) {
        return certificates.markUsed(id, at) || tokens.markUsed(id, at);
    }

    @Override
    public boolean any(String nodeKey) {
        return certificates.any(nodeKey) || tokens.any(nodeKey);
    }

    @Override
    public List<String> supersede(String nodeKey, String id, Instant at) {
        return both(certificates.supersede(nodeKey, id, at), tokens.supersede(nodeKey, id, at));
    }

    @Override
    public List<String> revokeAll(String nodeKey, String why, Instant at) {
        return both(certificates.revokeAll(nodeKey, why, at), tokens.revokeAll(nodeKey, why, at));
    }

    @Override
    public List<Revoked> revoked() {
        return both(certificates.revoked(), tokens.revoked());
    }

    @Override
    public Optional<Revoked> revoked(String id) {
        return certificates.revoked(id).or(() -> tokens.revoked(id));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
