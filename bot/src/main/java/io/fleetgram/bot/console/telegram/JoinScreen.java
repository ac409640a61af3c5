package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** Stands below a join command: what of the joining was seen, and what is still missing. Turns into "joined" by itself. */
@Component
final class JoinScreen implements Screen {

    static final String NAME = "join";

    private static final String SEEN = "✅ ";
    private static final String MISSING = "⏳ ";

    private final Nodes nodes;
    private final NodeIdentity identity;
    private final JoinCommands joinCommands;
    private final InstantSource time;

    JoinScreen(Nodes nodes, NodeIdentity identity, JoinCommands joinCommands, InstantSource time) {
        this.joinCommands = joinCommands;
        this.nodes = nodes;
        this.identity = identity;
        this.time = time;
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
    public View show(Request request) {
        var texts = request.texts();
        return NodeKey.parse(request.argument(0))
                .flatMap(nodes::overview)
                .map(overview -> progress(request, overview))
                .orElseGet(() -> Frame.of(request, texts.plain("console.nodes"))
                        .line(texts.html("console.node.gone"))
                        .view(texts.plain("console.nodes"), Places.NODES));
    }

    private View progress(Request request, NodeOverview overview) {
        var texts = request.texts();
        var node = overview.node();
        boolean joined = node.state() != NodeState.PENDING;
        var frame = Frame.of(
                        request,
                        texts.plain("console.home.title"),
                        texts.plain("console.nodes"),
                        node.name(),
                        texts.plain("console.join.title"))
                .line(texts.html(joined ? "console.join.joined" : "console.join.waiting", Html.code(node.name())))
                .gap()
                .line(step(identity.certified(node.key()), "certificate", texts))
                .line(step(overview.status().lastHeartbeatAt().isPresent(), "heartbeat", texts))
                .line(step(coreAnswered(overview, joined), "core", texts))
                .line(step(joined, "state", texts))
                .asOf(time.instant());
        var open = Button.to(texts.plain("console.join.open", node.name()), Places.node(node.key()));
        if (joined) {
            frame.row(open);
        } else {
            frame.row(Button.to(texts.plain("console.join.new"), Address.of(NewJoinCommand.NAME, node.key())), open);
        }
        if (joinCommands.kinds().containsAll(EnumSet.allOf(CredentialKind.class))) {
            frame.row(Button.to(
                    texts.plain("console.join.through-proxy"),
                    Address.of(NewJoinCommand.NAME, node.key(), NewJoinCommand.THROUGH_PROXY)));
        }
        return frame.view(texts.plain("console.nodes"), Places.NODES);
    }

    private static boolean coreAnswered(NodeOverview overview, boolean joined) {
        return joined || overview.status().core().map(CoreFacts::answers).orElse(false);
    }

    private static Html step(boolean seen, String what, Texts texts) {
        return Html.text(seen ? SEEN : MISSING)
                .plus(texts.html("console.join." + what + (seen ? ".seen" : ".missing")));
    }
}
