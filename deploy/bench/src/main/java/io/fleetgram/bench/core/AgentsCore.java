package io.fleetgram.bench.core;

import io.fleetgram.agent.converge.ConvergeTimes;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.CoreConverger;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.Machine;
import io.fleetgram.agent.converge.grpc.EntryBodies;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.Reach;
import io.fleetgram.agent.core.process.CoreKind;
import io.fleetgram.agent.core.process.CoreSettings;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.wire.agent.v1.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** A core as the agent owns it, with the agent's own parts and no agent around them. */
final class AgentsCore implements AutoCloseable {

    private final OwnCore own;
    private final CoreConverger converger;

    private AgentsCore(OwnCore own) {
        this.own = own;
        var machine = new Machine(
                own.core(),
                own.supervisor(),
                own.configurations(),
                own.ports(),
                own.userRecord(),
                own.wish(),
                MonotonicClock.system());
        this.converger = new CoreConverger(machine, new EntryBodies(), ConvergeTimes.DEFAULT);
    }

    static AgentsCore open(CoreBinary binary, Path directory) throws IOException {
        var settings = new CoreSettings(binary.executable(), CoreKind.AUTO, directory, Reach.EVERYWHERE);
        return switch (OwnCore.open(settings, InstantSource.system(), new SecureRandom())) {
            case OwnCore.Opening.Opened opened -> new AgentsCore(opened.core());
            case OwnCore.Opening.Occupied occupied ->
                throw new IOException(directory + " belongs to process " + occupied.byProcess());
            case OwnCore.Opening.Unusable unusable ->
                throw new IOException(binary.executable() + " cannot be used: " + unusable.why());
        };
    }

    Core core() {
        return own.core();
    }

    /** Entries as the agent has them on disk. */
    static List<EntryBytes> stored(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new EntryBytes(entry.getKey(), entry.getBody().toByteArray()))
                .toList();
    }

    /** Brings the core to a state. */
    Convergence.Converged converge(List<EntryBytes> entries) throws IOException {
        if (converger.converge(entries) instanceof Convergence.Converged converged
                && converged.failedEntries().isEmpty()) {
            return converged;
        }
        throw new IOException("the core did not come to the desired state; see its output");
    }

    /** Lets go of the core, which runs on until its directory is removed. */
    @Override
    public void close() throws IOException {
        own.close();
    }
}
