package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.AgentFacts;
import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.HeldState;
import io.fleetgram.bot.fleet.HostReadings;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.traffic.OutboundUsage;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What a node's card says of machine, agent, core and desired state. */
@Component
final class NodeFacts {

    private static final int OUTBOUNDS_SHOWN = 3;

    private final DesiredState desiredState;
    private final OutboundUsage outbounds;
    private final InstantSource time;

    NodeFacts(DesiredState desiredState, OutboundUsage outbounds, InstantSource time) {
        this.desiredState = desiredState;
        this.outbounds = outbounds;
        this.time = time;
    }

    List<Html> of(NodeOverview overview, Texts texts) {
        var status = overview.status();
        var lines = new ArrayList<Html>();
        lines.add(address(overview.node(), texts));
        status.host().ifPresent(host -> lines.addAll(readings(host, texts)));
        lines.addAll(outboundsToday(overview.node(), texts));
        status.core().ifPresent(core -> lines.add(core(core, texts)));
        status.agent().ifPresent(agent -> lines.add(agent(agent, texts)));
        status.lastHeartbeatAt()
                .ifPresent(at -> lines.add(texts.html("console.node.heard", texts.ago(at), texts.moment(at))));
        lines.addAll(held(status.held(), texts));
        status.lastConvergence().ifPresent(line -> lines.add(texts.html("console.node.convergence", line)));
        return lines;
    }

    private static Html address(Node node, Texts texts) {
        var address = Html.code(node.profile().address());
        return node.profile()
                .region()
                .map(region -> texts.html("console.node.address.in", address, region))
                .orElseGet(() -> texts.html("console.node.address", address));
    }

    private static List<Html> readings(HostReadings host, Texts texts) {
        var lines = new ArrayList<Html>();
        lines.add(texts.html(
                "console.node.machine",
                host.cpuPermille() / 10,
                texts.bytes(host.memoryUsed()),
                texts.bytes(host.memoryTotal()),
                texts.bytes(host.diskUsed()),
                texts.bytes(host.diskTotal())));
        lines.add(texts.html(
                "console.node.traffic",
                texts.rate(host.receiveRate()),
                texts.rate(host.transmitRate()),
                host.connections(),
                host.onlineAccounts()));
        host.bootedAt().ifPresent(at -> lines.add(texts.html("console.node.booted", texts.moment(at))));
        return lines;
    }

    /** Those through which most went; the core has few. */
    private List<Html> outboundsToday(Node node, Texts texts) {
        var startOfDay = ZonedDateTime.ofInstant(time.instant(), texts.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        return outbounds.onNode(node.key(), startOfDay).stream()
                .limit(OUTBOUNDS_SHOWN)
                .map(through -> texts.html(
                        "console.node.outbound",
                        through.tag(),
                        texts.bytes(through.amount().uplink()),
                        texts.bytes(through.amount().downlink())))
                .toList();
    }

    private static Html core(CoreFacts core, Texts texts) {
        var name = Html.text((title(core.kind()) + " " + core.version()).strip());
        var state = NodeWords.word(core.state(), texts);
        var line = core.startedAt()
                .map(at -> texts.html("console.node.core.since", name, state, texts.moment(at)))
                .orElseGet(() -> texts.html("console.node.core", name, state));
        return core.lastError().isEmpty() ? line : line.plus(Html.text(": " + oneLine(core.lastError())));
    }

    /** The core's name as its makers write it; agents report it in lower case. */
    private static String title(String kind) {
        return kind.equals("xray") ? "Xray" : kind;
    }

    private static Html agent(AgentFacts agent, Texts texts) {
        return texts.html(
                "console.node.agent",
                agent.agentVersion(),
                agent.operatingSystem(),
                agent.architecture(),
                agent.hostName());
    }

    private List<Html> held(HeldState held, Texts texts) {
        var lines = new ArrayList<Html>();
        lines.add(texts.html(
                "console.node.versions",
                version(OptionalLong.of(desiredState.currentVersion())),
                version(held.storedVersion()),
                version(held.appliedVersion())));
        held.storedHash().ifPresent(hash -> lines.add(texts.html("console.node.hash", Html.code(hash.toString()))));
        held.lastSyncAt()
                .ifPresent(at -> lines.add(texts.html("console.node.synced", texts.ago(at), texts.moment(at))));
        return lines;
    }

    /** As text, or the reader's language would group the digits. */
    private static String version(OptionalLong version) {
        return version.isPresent() ? Long.toString(version.getAsLong()) : "–";
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
