package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeHealth;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A node's card. Opens by key, or by name after {@code /node}. */
@Component
final class NodeScreen implements Screen {

    static final String NAME = "node";

    private final Nodes nodes;
    private final NodeFacts facts;
    private final NodeTroubles troubles;
    private final InstantSource time;

    NodeScreen(Nodes nodes, NodeFacts facts, NodeTroubles troubles, InstantSource time) {
        this.nodes = nodes;
        this.facts = facts;
        this.troubles = troubles;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.VIEW_FLEET;
    }

    @Override
    public List<String> commands() {
        return List.of("node");
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        return find(request.argument(0))
                .map(overview -> card(request, overview))
                .orElseGet(() -> Frame.of(request, texts.plain("console.nodes"))
                        .line(texts.html(request.argument(0).isEmpty() ? "console.node.which" : "console.node.gone"))
                        .view(texts.plain("console.nodes"), Places.NODES));
    }

    /** A part of a name will do if only one node has it. */
    private Optional<NodeOverview> find(String asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return NodeKey.parse(asked)
                .flatMap(nodes::overview)
                .or(() -> nodes.findByName(asked).flatMap(node -> nodes.overview(node.key())))
                .or(() -> {
                    var near = nodes.page(NodeFilter.ALL.withText(Optional.of(asked)), 0, 2)
                            .nodes();
                    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
                });
    }

    private View card(Request request, NodeOverview overview) {
        var texts = request.texts();
        boolean only = nodes.counts().enabled() == 1;
        var name = overview.node().name();
        var frame = only
                ? Frame.of(request, name)
                : Frame.of(request, texts.plain("console.home.title"), texts.plain("console.nodes"), name);
        frame.line(Html.text(NodeWords.withMark(overview.condition(), texts)))
                .line(overview.status()
                        .health()
                        .map(NodeHealth::reason)
                        .filter(reason -> !reason.isEmpty())
                        .map(Html::text))
                .gap()
                .lines(facts.of(overview, texts))
                .gap()
                .lines(troubles.of(overview, texts))
                .asOf(time.instant())
                .row(ways(request, overview))
                .row(acts(request, overview));
        return only ? frame.view() : frame.view(texts.plain("console.nodes"), Places.NODES);
    }

    /** What the node's core is and did; asking for something is for those who may change nodes. */
    private static List<Button> ways(Request request, NodeOverview overview) {
        var node = overview.node().key();
        var texts = request.texts();
        var buttons = new ArrayList<Button>();
        buttons.add(Button.to(texts.plain("console.node.sync"), Places.sync(node)));
        if (overview.node().state() == NodeState.PENDING) {
            return buttons;
        }
        buttons.add(Button.to(texts.plain("console.node.health"), Places.health(node)));
        buttons.add(Button.to(texts.plain("console.node.core-screen"), Address.of("core", node)));
        if (request.may(Capability.MANAGE_NODES)) {
            buttons.add(Button.to(texts.plain("console.node.logs"), Places.ask(node, "logs")));
            buttons.add(Button.to(texts.plain("console.node.configuration"), Places.ask(node, "configuration")));
            buttons.add(Button.to(texts.plain("console.node.resync"), Places.ask(node, "resync")));
        }
        buttons.add(Button.to(texts.plain("console.node.commands"), Address.of("cmds", node, 0)));
        return buttons;
    }

    private static List<Button> acts(Request request, NodeOverview overview) {
        var node = overview.node();
        var buttons = new ArrayList<Button>();
        if (request.may(Capability.MANAGE_NODES)) {
            if (node.state() == NodeState.PENDING) {
                buttons.add(Button.to(request.texts().plain("console.node.joining"), Places.joining(node.key())));
            }
            buttons.add(
                    Button.to(request.texts().plain("console.join.new"), Address.of(NewJoinCommand.NAME, node.key())));
            buttons.add(Button.danger(
                    request.texts().plain("console.node.delete"), Address.of(DeleteNode.NAME, node.key())));
        }
        return buttons;
    }
}
