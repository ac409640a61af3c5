package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.TokenHash;
import io.fleetgram.bot.fleet.TokenJoining;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.security.NodeTokens;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.NodeToken;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the hashes of tokens that nodes made for themselves. */
public final class TokenEnrollment implements TokenJoining {

    private final JoinTokens joinTokens;
    private final Nodes nodes;
    private final NodeTokens tokens;
    private final Authority authority;
    private final Transactions transactions;
    private final Audit audit;
    private final InstantSource time;

    public TokenEnrollment(
            JoinTokens joinTokens,
            Nodes nodes,
            NodeTokens tokens,
            Authority authority,
            Transactions transactions,
            Audit audit,
            InstantSource time) {
        this.joinTokens = joinTokens;
        this.nodes = nodes;
        this.tokens = tokens;
        this.authority = authority;
        this.transactions = transactions;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public Outcome enroll(String joinToken, byte[] tokenHash) {
        var binding = Fingerprint.ofDigest(tokenHash);
        return transactions.write(() -> {
            var claim = joinTokens.claim(TokenHash.of(joinToken), binding, CredentialKind.TOKEN, time.instant());
            return switch (claim) {
                case JoinTokens.Claim.Refused refused -> new Outcome.JoinTokenRefused(refused.why());
                case JoinTokens.Claim.Granted granted -> take(granted.node(), tokenHash, "node.enroll");
            };
        });
    }

    @Override
    public Outcome rotate(NodeKey node, byte[] tokenHash) {
        return transactions.write(() -> nodes.find(node)
                .map(found -> take(found, tokenHash, "node.rotate-token"))
                .orElseGet(() -> new Outcome.TokenRefused("there is no node " + node + " any more")));
    }

    private Outcome take(Node node, byte[] tokenHash, String action) {
        return switch (tokens.add(node.key().text(), tokenHash, time.instant())) {
            case ADDED -> {
                audit.write(new AuditEntry(
                        new AuditEntry.Actor.NodeActor(node.key().text()),
                        action,
                        "node:" + node.key(),
                        Optional.empty(),
                        Optional.of("{\"token\":\"%s\"}".formatted(NodeToken.idOf(tokenHash)))));
                yield taken(node);
            }
            case THERE -> taken(node);
            case REFUSED -> new Outcome.TokenRefused("this token was in use before; make another one");
        };
    }

    private Outcome taken(Node node) {
        return new Outcome.Taken(node, authority.get().certificate());
    }
}
