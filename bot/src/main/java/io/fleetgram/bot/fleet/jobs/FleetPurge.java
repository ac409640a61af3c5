package io.fleetgram.bot.fleet.jobs;

import io.fleetgram.bot.fleet.JoinTokens;
import io.fleetgram.bot.fleet.NodeStatuses;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import io.fleetgram.bot.scheduling.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Forgets join tokens that ended and notices of nodes that nobody needs any more. */
@Component
public final class FleetPurge implements Job {

    private static final Duration TOKENS_KEPT = Duration.ofDays(1);
    private static final Duration NOTICES_KEPT = Duration.ofDays(30);

    private final JoinTokens tokens;
    private final NodeStatuses statuses;
    private final InstantSource time;

    public FleetPurge(JoinTokens tokens, NodeStatuses statuses, InstantSource time) {
        this.tokens = tokens;
        this.statuses = statuses;
        this.time = time;
    }

    @Override
    public Declaration declare() {
        return Declaration.every("fleet-purge", Duration.ofHours(1));
    }

    @Override
    public Outcome run() {
        var now = time.instant();
        return Outcome.did(
                (long) tokens.purge(now.minus(TOKENS_KEPT)) + statuses.purgeNotices(now.minus(NOTICES_KEPT)));
    }
}
