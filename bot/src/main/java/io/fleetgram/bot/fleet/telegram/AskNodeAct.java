package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.HostReadings;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.app.AskNode;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Texts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks something of a node and shows how it goes; what ends connections or lets them begin is confirmed first. */
@Component
final class AskNodeAct implements Act {

    static final String NAME = "ask";

    private static final Address NODES = Address.of(NodesScreen.NAME);

    private final AskNode askNode;
    private final Nodes nodes;

    AskNodeAct(AskNode askNode, Nodes nodes) {
        this.askNode = askNode;
        this.nodes = nodes;
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
    public Optional<Confirmation> confirm(Request request) {
        return NodeKey.parse(request.argument(0))
                .flatMap(nodes::overview)
                .flatMap(overview -> OrderWords.ofLetters(request.argument(1))
                        .flatMap(order -> question(order, overview, request.texts()))
                        .map(question -> new Confirmation(
                                question,
                                OrderWords.word(
                                        OrderWords.ofLetters(request.argument(1))
                                                .orElseThrow(),
                                        request.texts()),
                                overview.node().rowVersion(),
                                CommandPlaces.core(overview.node().key()))));
    }

    private static Optional<Html> question(NodeOrder order, NodeOverview overview, Texts texts) {
        var name = Html.code(overview.node().name());
        int connections =
                overview.status().host().map(HostReadings::connections).orElse(0);
        int online = overview.status().host().map(HostReadings::onlineAccounts).orElse(0);
        return switch (order) {
            case NodeOrder.CoreStart start -> Optional.of(texts.html("fleet.core.start.question", name));
            case NodeOrder.CoreStop stop ->
                Optional.of(texts.html("fleet.core.stop.question", name, connections, online));
            case NodeOrder.CoreRestart restart ->
                Optional.of(texts.html("fleet.core.restart.question", name, connections, online));
            case NodeOrder.Logs logs -> Optional.empty();
            case NodeOrder.Configuration configuration -> Optional.empty();
            case NodeOrder.Statistics statistics -> Optional.empty();
            case NodeOrder.Resync resync -> Optional.empty();
        };
    }

    @Override
    public Reply perform(Request request) {
        var order = OrderWords.ofLetters(request.argument(1));
        var node = NodeKey.parse(request.argument(0));
        return order.isPresent() && node.isPresent()
                ? reply(request, node.get(), askNode.ask(request.actor(), node.get(), order.get()))
                : gone(request);
    }

    static Reply reply(Request request, NodeKey node, AskNode.Outcome outcome) {
        return switch (outcome) {
            case AskNode.Outcome.Asked asked ->
                new Reply.Show(CommandPlaces.command(asked.command().key()));
            case AskNode.Outcome.TooMany many ->
                new Reply.Refused(
                        request.texts().plain("fleet.command.too-many", many.nodeName(), many.open()),
                        CommandPlaces.list(node, 0));
            case AskNode.Outcome.Gone gone -> gone(request);
        };
    }

    static Reply gone(Request request) {
        return new Reply.Refused(request.texts().plain("fleet.command.gone"), NODES);
    }
}
