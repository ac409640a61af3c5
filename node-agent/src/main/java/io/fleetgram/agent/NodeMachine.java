package io.fleetgram.agent;

import io.fleetgram.agent.converge.Converger;
import io.fleetgram.agent.converge.EntryReader;
import io.fleetgram.agent.converge.Resync;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreOrders;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.core.file.CoreDirectory;

/** The core of this machine and what brings it to a desired state. */
record NodeMachine(
        Core core,
        CoreProgram program,
        Supervisor supervisor,
        Converger converger,
        Resync resync,
        CoreOrders orders,
        CoreStatistics statistics,
        CoreDirectory files,
        EntryReader reader) {}
