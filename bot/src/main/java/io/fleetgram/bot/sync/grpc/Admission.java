package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeCredentials.Revocation;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.app.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Decides whether a caller may call a method now. */
final class Admission {

    /** How long a removed node may still hand over its last batch. */
    static final Duration LAST_BATCH = Duration.ofMinutes(10);

    private final Standings standings;
    private final InstantSource time;

    Admission(Standings standings, InstantSource time) {
        this.standings = standings;
        this.time = time;
    }

    /**
     * Returns if the call may go on.
     *
     * @throws CallRefused with the reason if not
     */
    void check(MethodRule rule, Optional<Caller> caller) {
        if (rule == MethodRule.ANYONE) {
            return;
        }
        var node = caller.orElseThrow(() -> new CallRefused(
                AgentError.UNAUTHENTICATED,
                "this call needs the node's certificate, or behind a proxy its token; join first"));
        var removal = standings.removal(node.node());
        if (removal.isPresent()) {
            checkRemoved(rule, node, removal.get());
            return;
        }
        standings.revocation(node.serial()).ifPresent(why -> refuse(node, why));
        checkKind(rule, node);
        if (rule != MethodRule.NODE_EXPIRED_TOO && node.notAfter().isBefore(time.instant())) {
            throw new CallRefused(
                    AgentError.CERTIFICATE_EXPIRED,
                    "the certificate of node %s ended at %s; renew it".formatted(node.node(), node.notAfter()));
        }
    }

    private void checkRemoved(MethodRule rule, Caller node, Instant removedAt) {
        boolean inTime = time.instant().isBefore(removedAt.plus(LAST_BATCH));
        if (rule != MethodRule.NODE_REMOVED_TOO || !inTime) {
            throw new CallRefused(AgentError.NODE_REMOVED, "node " + node.node() + " was deleted");
        }
    }

    /** Each kind of credential is replaced by its own call. */
    private static void checkKind(MethodRule rule, Caller node) {
        if (rule == MethodRule.NODE_EXPIRED_TOO && node.kind() == CredentialKind.TOKEN) {
            throw new CallRefused(
                    AgentError.INVALID_REQUEST,
                    "node %s has a token and no certificate to renew".formatted(node.node()));
        }
        if (rule == MethodRule.NODE_WITH_TOKEN && node.kind() == CredentialKind.CERTIFICATE) {
            throw new CallRefused(
                    AgentError.INVALID_REQUEST,
                    "node %s has a certificate and no token to rotate".formatted(node.node()));
        }
    }

    private static void refuse(Caller node, Revocation why) {
        boolean token = node.kind() == CredentialKind.TOKEN;
        var error = token ? AgentError.TOKEN_REVOKED : AgentError.CERTIFICATE_REVOKED;
        var what = token ? "token" : "certificate";
        throw switch (why) {
            case SUPERSEDED ->
                new CallRefused(
                        error, "node %s has a newer credential than this %s in use".formatted(node.node(), what));
            case BY_OPERATOR ->
                new CallRefused(
                        error,
                        "the %s of node %s was revoked; join again with a new join command"
                                .formatted(what, node.node()));
            case NODE_REMOVED -> new CallRefused(AgentError.NODE_REMOVED, "node " + node.node() + " was deleted");
        };
    }
}
