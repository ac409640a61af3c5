package io.fleetgram.bot.sync;

import java.time.Duration;
import java.util.Optional;

/** A call of an agent ends without what it asked for; the message is a sentence for whoever reads the agent's log. */
public final class CallRefused extends RuntimeException {

    private final AgentError error;
    private final transient Optional<Duration> retryAfter;

    public CallRefused(AgentError error, String message) {
        this(error, message, Optional.empty());
    }

    public CallRefused(AgentError error, String message, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    public AgentError error() {
        return error;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
