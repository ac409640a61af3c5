package io.fleetgram.agent;

import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.meter.BatchFormat;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.Credentials;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Everything that an agent is given: its files, its core, its controller, its clocks.
 *
 * @param memory a directory that the machine's restart empties
 */
record Surroundings(
        AgentSettings settings,
        AgentDirectory directory,
        Path memory,
        Credentials credentials,
        Controller controller,
        NodeMachine machine,
        BatchFormat batchFormat,
        AgentDescription description,
        InstantSource wall,
        MonotonicClock monotonic,
        SecureRandom random) {}
