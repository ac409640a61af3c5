package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.JoinCommand;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.ProxiedEndpoints;
import io.fleetgram.bot.fleet.TokenHash;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.CredentialKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Join commands whose tokens end by themselves. */
public final class JoinCommandIssue implements JoinCommands {

    /** How long a token may be used. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String SETTING = "fleetgram.agents.public-endpoints";
    private static final String PROXIED_SETTING = "fleetgram.agents.behind-proxy.public-endpoints";

    private final JoinTokens tokens;
    private final Transactions transactions;
    private final Authority authority;
    private final AgentEndpoints endpoints;
    private final ProxiedEndpoints proxied;
    private final RandomKeys random;
    private final InstantSource time;

    public JoinCommandIssue(
            JoinTokens tokens,
            Transactions transactions,
            Authority authority,
            AgentEndpoints endpoints,
            ProxiedEndpoints proxied,
            RandomKeys random,
            InstantSource time) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.authority = authority;
        this.endpoints = endpoints;
        this.proxied = proxied;
        this.random = random;
        this.time = time;
    }

    @Override
    public Set<CredentialKind> kinds() {
        var kinds = EnumSet.allOf(CredentialKind.class);
        kinds.removeIf(kind -> addresses(kind).isEmpty());
        return kinds;
    }

    @Override
    public JoinCommand issue(NodeKey node, CredentialKind kind) {
        var addresses = addresses(kind);
        var setting = kind == CredentialKind.TOKEN ? PROXIED_SETTING : SETTING;
        if (addresses.isEmpty()) {
            throw new IllegalStateException(setting + " is not set, so no join command can name a controller:"
                    + " set it to host:port under which nodes reach this machine");
        }
        var now = time.instant();
        var token = random.token();
        transactions.run(() -> tokens.add(TokenHash.of(token), node, kind, now, now.plus(LIFE)));
        var text = text(addresses.getFirst(), token, kind);
        if (text.length() > JoinCommand.LONGEST) {
            throw new IllegalStateException("the first of %s is too long for a join command of at most %d characters"
                    .formatted(setting, JoinCommand.LONGEST));
        }
        return new JoinCommand(text, token, now.plus(LIFE));
    }

    private List<String> addresses(CredentialKind kind) {
        return switch (kind) {
            case CERTIFICATE -> endpoints.addresses();
            case TOKEN -> proxied.addresses();
        };
    }

    /** The other endpoints reach the agent with its credential. */
    private String text(String address, String token, CredentialKind kind) {
        var text = "fleetgram-agent enroll --controller %s --token %s --ca-fingerprint %s"
                .formatted(address, token, authority.fingerprint().hex());
        return kind == CredentialKind.TOKEN ? text + " --behind-proxy " + proxied.trust() : text;
    }
}
