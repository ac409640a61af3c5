package io.fleetgram.agent.controller.grpc;

import java.time.Duration;

/**
 * How long each call to the controller may take.
 *
 * @param connect for one attempt to reach one controller
 * @param beyondWait for a poll, on top of the time that it asks the controller to wait
 * @param report for a report of traffic or status
 * @param identity for enrolling and renewing
 */
public record CallDeadlines(Duration connect, Duration beyondWait, Duration report, Duration identity) {

    public static final CallDeadlines DEFAULT = new CallDeadlines(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(15));
}
