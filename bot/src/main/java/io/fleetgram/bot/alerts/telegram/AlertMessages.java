package io.fleetgram.bot.alerts.telegram;

import io.fleetgram.bot.alerts.Alert;
import io.fleetgram.bot.alerts.AlertKind;
import io.fleetgram.bot.alerts.Telling;
import io.fleetgram.bot.alerts.app.Teller;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Alerts as messages to every operator who may see the fleet, each with a way to the node. */
@Component
final class AlertMessages implements Teller {

    private static final int NODES_NAMED = 5;
    /** The screen of how a node stands with its desired state, and its card. */
    private static final String SYNC = "nodesync";

    private static final String CARD = "node";
    private static final String HEALTH = "nodehealth";

    private final Messages messages;
    private final Nodes nodes;

    AlertMessages(Messages messages, Nodes nodes) {
        this.messages = messages;
        this.nodes = nodes;
    }

    @Override
    public void tell(Telling telling) {
        switch (telling) {
            case Telling.OfOne one -> send(one.kind(), texts -> view(one, name(one.node()), texts));
            case Telling.OfMany many -> {
                var named =
                        many.nodes().stream().limit(NODES_NAMED).map(this::name).collect(Collectors.joining(", "));
                send(many.kind(), texts -> view(many, named, texts));
            }
        }
    }

    private void send(AlertKind kind, java.util.function.Function<Texts, View> message) {
        messages.toOperators(
                kind.isRecovery() ? Messages.Kind.NOTICE : Messages.Kind.ALERT, Capability.VIEW_FLEET, message);
    }

    private static View view(Telling.OfOne one, String name, Texts texts) {
        if (one.node().equals(Alert.NO_NODE)) {
            return View.of(texts.html("alerts.fleet", one.kind().mark(), title(one.kind(), texts), one.detail()))
                    .row(open(one.kind(), one.node(), name, texts));
        }
        return View.of(texts.html(
                        "alerts.one", one.kind().mark(), title(one.kind(), texts), name, one.detail(), one.times()))
                .row(open(one.kind(), one.node(), name, texts));
    }

    private static View view(Telling.OfMany many, String named, Texts texts) {
        var view = View.of(texts.html(
                "alerts.many",
                many.kind().mark(),
                title(many.kind(), texts),
                named,
                Math.max(0, many.nodes().size() - NODES_NAMED),
                many.times(),
                texts.moment(many.since()),
                many.detail()));
        return many.nodes().size() == 1
                ? view.row(open(many.kind(), many.nodes().getFirst(), named, texts))
                : view.row(Button.to(texts.plain("alerts.nodes"), Address.of("nodes")));
    }

    private static List<Button> open(AlertKind kind, String node, String name, Texts texts) {
        var screen = switch (kind) {
            case ENTRIES_FAILED, DRIFT, NODE_DISAGREED, INDEX_MENDED, SECOND_RUN, SYNC_FAILING, SYNC_WELL -> SYNC;
            case NODE_OFFLINE, NODE_DEGRADED, NODE_ONLINE -> HEALTH;
            case CONTROLLER_CUT_OFF,
                    CONTROLLER_BACK,
                    COUNTING_BROKEN,
                    DISK_TROUBLE,
                    NODE_TROUBLE,
                    TRAFFIC_GAP,
                    BATCH_ALTERED,
                    TRAFFIC_UNCLAIMED -> CARD;
        };
        if (node.equals(Alert.NO_NODE)) {
            return List.of(Button.to(texts.plain("alerts.nodes"), Address.of("nodes")));
        }
        return List.of(Button.to(texts.plain("alerts.open", name), Address.of(screen, node)));
    }

    private static String title(AlertKind kind, Texts texts) {
        return texts.plain(
                "alerts.title." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String name(String node) {
        return NodeKey.parse(node).flatMap(nodes::findEver).map(Node::name).orElse(node);
    }
}
