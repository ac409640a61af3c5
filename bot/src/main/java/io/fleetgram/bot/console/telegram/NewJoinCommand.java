package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.console.app.RenewJoin;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives a node another join command: when the first has ended, or when the node shall enroll again. */
@Component
final class NewJoinCommand implements Act {

    static final String NAME = "newjoin";
    /** As second argument: the node shall come through a proxy. */
    static final String THROUGH_PROXY = "proxy";

    private final RenewJoin renewJoin;
    private final JoinCommands joinCommands;

    NewJoinCommand(RenewJoin renewJoin, JoinCommands joinCommands) {
        this.renewJoin = renewJoin;
        this.joinCommands = joinCommands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_NODES;
    }

    @Override
    public Reply perform(Request request) {
        var texts = request.texts();
        var kinds = joinCommands.kinds();
        var kind = request.argument(1).equals(THROUGH_PROXY)
                ? Optional.of(CredentialKind.TOKEN).filter(kinds::contains)
                : kinds.stream().findFirst();
        if (kind.isEmpty()) {
            return new Reply.Refused(texts.plain("console.join.no-endpoint"), Places.NODES);
        }
        return NodeKey.parse(request.argument(0))
                .<Reply>flatMap(key -> renewJoin
                        .issue(request.actor(), key, kind.get())
                        .map(issued -> new Reply.Secret(
                                JoinCommandView.of(issued.node().name(), issued.command(), texts),
                                Places.joining(key))))
                .orElseGet(() -> new Reply.Refused(texts.plain("console.node.gone"), Places.NODES));
    }
}
