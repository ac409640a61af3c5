package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.JoinCommand;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.TokenHash;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import java.time.Duration;
import java.time.InstantSource;

/** Join commands whose tokens end by themselves. */
public final class JoinCommandIssue implements JoinCommands {

    /** How long a token may be used. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private final JoinTokens tokens;
    private final Transactions transactions;
    private final Authority authority;
    private final AgentEndpoints endpoints;
    private final RandomKeys random;
    private final InstantSource time;

    public JoinCommandIssue(
            JoinTokens tokens,
            Transactions transactions,
            Authority authority,
            AgentEndpoints endpoints,
            RandomKeys random,
            InstantSource time) {
        this.tokens = tokens;
        this.transactions = transactions;
        this.authority = authority;
        this.endpoints = endpoints;
        this.random = random;
        this.time = time;
    }

    @Override
    public JoinCommand issue(NodeKey node) {
        if (endpoints.addresses().isEmpty()) {
            throw new IllegalStateException(
                    "fleetgram.agents.public-endpoints is not set, so no join command can name a controller:"
                            + " set it to host:port under which nodes reach this machine");
        }
        var now = time.instant();
        var token = random.token();
        transactions.run(() -> tokens.add(TokenHash.of(token), node, now, now.plus(LIFE)));
        return new JoinCommand(text(token), token, now.plus(LIFE));
    }

    /** The other endpoints reach the agent with its certificate. */
    private String text(String token) {
        var text = "fleetgram-agent enroll --controller %s --token %s --ca-fingerprint %s"
                .formatted(
                        endpoints.addresses().getFirst(),
                        token,
                        authority.fingerprint().hex());
        if (text.length() > JoinCommand.LONGEST) {
            throw new IllegalStateException(
                    "the first of fleetgram.agents.public-endpoints is too long for a join command of at most %d characters"
                            .formatted(JoinCommand.LONGEST));
        }
        return text;
    }
}
