package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.HeldState;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.sync.NodeStanding;
import io.fleetgram.bot.sync.NodeStates;
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
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** How a node stands with its desired state: what it should hold, holds and runs, and what keeps it from it. */
@Component
final class NodeSyncScreen implements Screen {

    static final String NAME = "nodesync";

    private static final int FAILURES_SHOWN = 8;

    private final Nodes nodes;
    private final NodeStates states;
    private final NodeTroubles troubles;
    private final InstantSource time;

    NodeSyncScreen(Nodes nodes, NodeStates states, NodeTroubles troubles, InstantSource time) {
        this.nodes = nodes;
        this.states = states;
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
    public View show(Request request) {
        var texts = request.texts();
        return NodeKey.parse(request.argument(0))
                .flatMap(nodes::overview)
                .map(overview -> card(request, overview))
                .orElseGet(() -> Frame.of(request, texts.plain("console.nodes"))
                        .line(texts.html("console.node.gone"))
                        .view(texts.plain("console.nodes"), Places.NODES));
    }

    private View card(Request request, NodeOverview overview) {
        var texts = request.texts();
        var name = overview.node().name();
        var wanted = states.wanted(overview.node().key().text());
        var here = texts.plain("console.sync.title");
        var frame = nodes.counts().enabled() == 1
                ? Frame.of(request, name, here)
                : Frame.of(request, texts.plain("console.nodes"), name, here);
        return frame.line(standing(NodeStanding.of(wanted, overview.status()), texts))
                .gap()
                .lines(versions(wanted, overview.status().held(), texts))
                .lines(times(overview, texts))
                .gap()
                .lines(trouble(overview, texts))
                .lines(troubles.failed(overview, FAILURES_SHOWN, texts))
                .asOf(time.instant())
                .view(name, Places.node(overview.node().key()));
    }

    private static Html standing(NodeStanding standing, Texts texts) {
        return texts.html("console.sync.standing."
                + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static List<Html> versions(Optional<NodeStates.Wanted> wanted, HeldState held, Texts texts) {
        var lines = new ArrayList<Html>();
        wanted.ifPresent(should -> lines.add(texts.html(
                "console.sync.wanted",
                Long.toString(should.version()),
                Html.code(should.hash().toString()))));
        lines.add(held.storedHash()
                .map(hash ->
                        texts.html("console.sync.stored", version(held.storedVersion()), Html.code(hash.toString())))
                .orElseGet(() -> texts.html("console.sync.stored.unknown", version(held.storedVersion()))));
        lines.add(texts.html("console.sync.applied", version(held.appliedVersion())));
        return lines;
    }

    private static List<Html> times(NodeOverview overview, Texts texts) {
        var lines = new ArrayList<Html>();
        var status = overview.status();
        status.held()
                .lastSyncAt()
                .ifPresent(at -> lines.add(texts.html("console.sync.agreed", texts.ago(at), texts.moment(at))));
        status.lastHeartbeatAt()
                .ifPresent(at -> lines.add(texts.html("console.node.heard", texts.ago(at), texts.moment(at))));
        return lines;
    }

    private static List<Html> trouble(NodeOverview overview, Texts texts) {
        return overview
                .status()
                .syncTrouble()
                .map(trouble -> trouble.failures() > 0
                        ? texts.html(
                                "console.sync.failing", trouble.failures(), trouble.error(), texts.moment(trouble.at()))
                        : texts.html("console.sync.failed", trouble.error(), texts.moment(trouble.at())))
                .stream()
                .toList();
    }

    /** As text, or the reader's language would group the digits. */
    private static String version(OptionalLong version) {
        return version.isPresent() ? Long.toString(version.getAsLong()) : "–";
    }
}
