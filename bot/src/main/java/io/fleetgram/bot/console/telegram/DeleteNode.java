package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.console.app.RemoveNode;
import io.fleetgram.bot.fleet.HostReadings;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Deletes a node, after saying what that ends. */
@Component
final class DeleteNode implements Act {

    static final String NAME = "nodedelete";

    private final RemoveNode removeNode;
    private final Nodes nodes;

    DeleteNode(RemoveNode removeNode, Nodes nodes) {
        this.removeNode = removeNode;
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

    /** Asks nothing when it cannot be done: then {@link #perform} says why. */
    @Override
    public Optional<Confirmation> confirm(Request request) {
        return NodeKey.parse(request.argument(0))
                .filter(key -> !removeNode.effect(key).leavesNoPlace())
                .flatMap(nodes::overview)
                .map(overview -> question(request, overview));
    }

    @Override
    public Reply perform(Request request) {
        var texts = request.texts();
        return NodeKey.parse(request.argument(0))
                .map(key -> switch (removeNode.remove(request.actor(), key)) {
                    case RemoveNode.Outcome.Removed removed ->
                        new Reply.ShowWith(Places.NODES, texts.plain("console.node.deleted", removed.name()));
                    case RemoveNode.Outcome.OnlyPlace only ->
                        new Reply.Refused(
                                texts.plain("console.node.only-place", only.name(), only.accounts()), Places.node(key));
                    case RemoveNode.Outcome.Changed changed ->
                        new Reply.Refused(texts.plain("console.node.changed", changed.name()), Places.node(key));
                    case RemoveNode.Outcome.Gone gone ->
                        new Reply.Refused(texts.plain("console.node.gone"), Places.NODES);
                })
                .orElseGet(() -> new Reply.Refused(texts.plain("console.node.gone"), Places.NODES));
    }

    private Confirmation question(Request request, NodeOverview overview) {
        var texts = request.texts();
        var node = overview.node();
        int connections =
                overview.status().host().map(HostReadings::connections).orElse(0);
        var effect = removeNode.effect(node.key());
        return new Confirmation(
                texts.html(
                        "console.node.delete.question",
                        Html.code(node.name()),
                        effect.accounts(),
                        effect.accounts() == 0 ? 0 : effect.otherPlaces(),
                        connections),
                texts.plain("console.node.delete.yes", node.name()),
                node.rowVersion(),
                Places.node(node.key()));
    }
}
