package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreWish;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.core.UserRecord;
import io.fleetgram.agent.pace.MonotonicClock;

/** What convergence acts on. */
public record Machine(
        Core core,
        Supervisor supervisor,
        Configurations configurations,
        Ports ports,
        UserRecord record,
        CoreWish wish,
        MonotonicClock clock) {}
