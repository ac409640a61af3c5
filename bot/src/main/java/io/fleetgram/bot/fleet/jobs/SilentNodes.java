package io.fleetgram.bot.fleet.jobs;

import io.fleetgram.bot.fleet.NodeSilent;
import io.fleetgram.bot.fleet.NodeStatuses;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds nodes that have gone silent. */
@Component
public final class SilentNodes implements Job {

    /** A node reports every 10 s; three missed reports make it silent. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(30);
    /** After our own start the nodes get the time that they may need to find us again. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final NodeStatuses statuses;
    private final InstantSource time;
    private final ApplicationEventPublisher events;
    private final Instant startedAt;

    public SilentNodes(NodeStatuses statuses, InstantSource time, ApplicationEventPublisher events) {
        this.statuses = statuses;
        this.time = time;
        this.events = events;
        this.startedAt = time.instant();
    }

    @Override
    public Declaration declare() {
        return Declaration.every("nodes-gone-silent", Duration.ofSeconds(10));
    }

    @Override
    public Outcome run() {
        var now = time.instant();
        if (now.isBefore(startedAt.plus(GRACE))) {
            return new Outcome("waiting for nodes to find this controller again");
        }
        var silent = statuses.markSilent(now.minus(SILENT_AFTER));
        silent.forEach(node -> events.publishEvent(new NodeSilent(node.node(), node.name(), node.since())));
        return Outcome.did(silent.size());
    }
}
