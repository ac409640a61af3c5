package io.fleetgram.bot.health.telegram;

import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.health.HealthHistory;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How a node has been: the verdict and why, the last check, availability, latency, and what changed. */
@Component
final class HealthScreen implements Screen {

    static final String NAME = "nodehealth";

    private static final Address NODES = Address.of("nodes");
    private static final int CHANGES_SHOWN = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Nodes nodes;
    private final HealthHistory history;
    private final InstantSource time;

    HealthScreen(Nodes nodes, HealthHistory history, InstantSource time) {
        this.nodes = nodes;
        this.history = history;
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
                .map(overview -> view(request, overview))
                .orElseGet(() -> Frame.of(request, texts.plain("health.title"))
                        .line(texts.html("health.gone"))
                        .view(texts.plain("health.nodes"), NODES));
    }

    private View view(Request request, NodeOverview overview) {
        var texts = request.texts();
        var node = overview.node();
        var now = time.instant();
        var hours = history.hours(node.key(), now.minus(LONGEST));
        return Frame.of(request, texts.plain("health.nodes"), node.name(), texts.plain("health.title"))
                .line(verdict(overview, texts))
                .gap()
                .line(history.last(node.key())
                        .map(last -> texts.html("health.last", texts.ago(last.at()), last.detail())))
                .lines(Numbers.availability(hours, now, texts))
                .line(Numbers.bar(hours, now, texts))
                .line(Numbers.latency(history.latencies(node.key(), now.minus(DAY)), texts))
                .gap()
                .lines(history.changes(node.key(), CHANGES_SHOWN).stream()
                        .map(change -> change(change, texts))
                        .toList())
                .asOf(now)
                .view(node.name(), card(node));
    }

    private static Html verdict(NodeOverview overview, Texts texts) {
        return overview.status()
                .health()
                .map(health -> {
                    var word = texts.plain(
                            "health.verdict." + health.verdict().name().toLowerCase(Locale.ROOT));
                    return health.reason().isEmpty()
                            ? texts.html("health.verdict", mark(health.verdict()), word, texts.ago(health.since()))
                            : texts.html(
                                    "health.verdict.why",
                                    mark(health.verdict()),
                                    word,
                                    texts.ago(health.since()),
                                    health.reason());
                })
                .orElseGet(() -> texts.html("health.unchecked"));
    }

    private static Html change(HealthHistory.Change change, Texts texts) {
        Instant at = change.at();
        var word = texts.plain("health.verdict." + change.verdict().name().toLowerCase(Locale.ROOT));
        return change.reason().isEmpty()
                ? texts.html("health.change", texts.moment(at), mark(change.verdict()), word)
                : texts.html("health.change.why", texts.moment(at), mark(change.verdict()), word, change.reason());
    }

    private static String mark(NodeVerdict verdict) {
        return switch (verdict) {
            case ONLINE -> "🟢";
            case DEGRADED -> "🟡";
            case OFFLINE -> "🔴";
        };
    }

    private static Address card(Node node) {
        return Address.of("node", node.key());
    }
}
