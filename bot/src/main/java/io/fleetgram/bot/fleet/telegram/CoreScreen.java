package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A node's core: what it is, how it is doing, and what can be done to it. */
@Component
final class CoreScreen implements Screen {

    static final String NAME = "core";

    private final Nodes nodes;
    private final InstantSource time;

    CoreScreen(Nodes nodes, InstantSource time) {
        this.nodes = nodes;
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
    public View show(Request request) {
        var texts = request.texts();
        return NodeKey.parse(request.argument(0))
                .flatMap(nodes::overview)
                .map(overview -> card(request, overview))
                .orElseGet(() -> Frame.of(request, texts.plain("fleet.title"))
                        .line(texts.html("fleet.command.gone"))
                        .view(texts.plain("fleet.title"), Address.of(NodesScreen.NAME)));
    }

    private View card(Request request, NodeOverview overview) {
        var texts = request.texts();
        var node = overview.node();
        var frame = Frame.of(request, node.name(), texts.plain("fleet.core.title"));
        overview.status()
                .core()
                .ifPresentOrElse(
                        core -> frame.lines(facts(core, texts)), () -> frame.line(texts.html("fleet.core.unknown")));
        frame.asOf(time.instant());
        if (request.may(Capability.MANAGE_NODES)) {
            frame.row(acts(overview, texts));
            frame.row(List.of(
                    ask(node.key(), new NodeOrder.Statistics(), texts),
                    ask(node.key(), new NodeOrder.Logs(NodeOrder.Logs.USUAL), texts),
                    ask(node.key(), new NodeOrder.Configuration(), texts)));
        }
        return frame.row(Button.to(texts.plain("fleet.commands"), CommandPlaces.list(node.key(), 0)))
                .view(node.name(), CommandPlaces.node(node.key()));
    }

    private static List<Html> facts(CoreFacts core, Texts texts) {
        var lines = new ArrayList<Html>();
        var state = texts.plain("fleet.core.state." + core.state().name().toLowerCase(Locale.ROOT));
        lines.add(core.startedAt()
                .map(at -> texts.html("fleet.core.since", state, texts.ago(at), texts.moment(at)))
                .orElseGet(() -> texts.html("fleet.core.state", state)));
        lines.add(texts.html("fleet.core.program", core.kind(), core.version()));
        if (!core.lastError().isEmpty()) {
            core.lastError().lines().findFirst().ifPresent(line -> lines.add(texts.html("fleet.core.error", line)));
        }
        if (!core.listeningPorts().isEmpty()) {
            lines.add(texts.html(
                    "fleet.core.ports",
                    String.join(
                            ", ",
                            core.listeningPorts().stream().map(Object::toString).toList())));
        }
        return lines;
    }

    /** Start is offered when it may help; what a report said may be some seconds old, so stop and restart always are. */
    private static List<Button> acts(NodeOverview overview, Texts texts) {
        var node = overview.node().key();
        var buttons = new ArrayList<Button>();
        if (!overview.status().core().map(CoreFacts::answers).orElse(false)) {
            buttons.add(Button.success(
                    OrderWords.word(new NodeOrder.CoreStart(), texts),
                    CommandPlaces.ask(node, new NodeOrder.CoreStart())));
        }
        for (var order : List.of(new NodeOrder.CoreRestart(), new NodeOrder.CoreStop())) {
            buttons.add(Button.danger(OrderWords.word(order, texts), CommandPlaces.ask(node, order)));
        }
        return buttons;
    }

    private static Button ask(NodeKey node, NodeOrder order, Texts texts) {
        return Button.to(OrderWords.word(order, texts), CommandPlaces.ask(node, order));
    }
}
