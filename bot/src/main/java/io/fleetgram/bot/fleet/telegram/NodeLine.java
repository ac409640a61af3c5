package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.HeldState;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.NodeHealth;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodeStatus;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import java.util.Locale;
import java.util.Optional;

/** One node in the list: mark, name, condition, and what one would ask next. */
final class NodeLine {

    private static final Html BETWEEN = new Html(" · ");

    private NodeLine() {}

    static Html of(NodeOverview overview, Texts texts) {
        var condition = overview.condition();
        return Html.text(condition.mark() + " ")
                .plus(Html.code(overview.node().name()))
                .plus(Html.text(" " + word(condition, texts)))
                .plus(more(condition, overview.status(), texts)
                        .map(BETWEEN::plus)
                        .orElse(Html.EMPTY));
    }

    static String word(NodeCondition condition, Texts texts) {
        return texts.plain("fleet.condition." + condition.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<Html> more(NodeCondition condition, NodeStatus status, Texts texts) {
        return switch (condition) {
            case OFFLINE ->
                reason(status)
                        .or(() -> status.silentSince().map(since -> texts.html("fleet.silent", texts.ago(since))));
            case PENDING -> Optional.of(texts.html("fleet.waiting"));
            case DEGRADED -> Optional.of(trouble(status, texts));
            case DISABLED -> Optional.empty();
            case ONLINE, DRAINING -> readings(status, texts);
        };
    }

    /** What the checks say, if they say anything. */
    private static Optional<Html> reason(NodeStatus status) {
        return status.health()
                .map(NodeHealth::reason)
                .filter(reason -> !reason.isEmpty())
                .map(Html::text);
    }

    private static Html trouble(NodeStatus status, Texts texts) {
        if (status.silentSince().isPresent()) {
            return texts.html("fleet.silent", texts.ago(status.silentSince().get()));
        }
        var reason = reason(status);
        if (reason.isPresent() && status.failedEntries() == 0) {
            return reason.get();
        }
        boolean answers = status.core().map(CoreFacts::answers).orElse(false);
        return answers ? texts.html("fleet.failed", status.failedEntries()) : texts.html("fleet.core.silent");
    }

    private static Optional<Html> readings(NodeStatus status, Texts texts) {
        var readings = status.host()
                .map(host -> texts.html(
                        "fleet.readings", host.cpuPermille() / 10, host.connections(), host.onlineAccounts()));
        return isApplying(status.held())
                ? Optional.of(readings.map(some -> some.plus(BETWEEN))
                        .orElse(Html.EMPTY)
                        .plus(texts.html("fleet.applying")))
                : readings;
    }

    /** Whether the core is not yet at what the agent has stored. */
    private static boolean isApplying(HeldState held) {
        return held.storedVersion().isPresent() && !held.storedVersion().equals(held.appliedVersion());
    }
}
