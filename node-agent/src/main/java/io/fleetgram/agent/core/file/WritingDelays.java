package io.fleetgram.agent.core.file;

import java.time.Duration;

/**
 * When a changed set of users goes into the configuration file.
 *
 * @param afterLast after the last change
 * @param atMost after the first change, however many follow
 */
public record WritingDelays(Duration afterLast, Duration atMost) {

    public static final WritingDelays DEFAULT = new WritingDelays(Duration.ofSeconds(5), Duration.ofSeconds(60));
}
