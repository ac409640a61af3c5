package io.fleetgram.agent.core.grpc;

import java.time.Duration;

/**
 * How long each kind of call to the core may take; a stopped core would otherwise hold a call for ever.
 *
 * @param answer for a sign of life
 * @param alter for one change of one user, counted from its sending
 * @param read for all counters, or all users of an inbound
 */
public record ApiDeadlines(Duration answer, Duration alter, Duration read) {

    public static final ApiDeadlines DEFAULT =
            new ApiDeadlines(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
}
