package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.StartedWith;
import java.util.Optional;

/** The configuration of a core that is somebody else's: nothing is written, and nothing is known of it. */
final class NoConfigurations implements Configurations {

    @Override
    public Written write(Configuration configuration) {
        return new Written.NotWritten("this node's core has a configuration of somebody else");
    }

    @Override
    public Optional<String> refusal(Configuration configuration) {
        return Optional.empty();
    }

    @Override
    public void writeSoon(Configuration configuration) {}

    @Override
    public Optional<Ready> forStart() {
        return Optional.empty();
    }

    @Override
    public Optional<StartedWith> startedWith() {
        return Optional.empty();
    }
}
