package io.fleetgram.agent;

import io.fleetgram.agent.controller.ControllerClock;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.agent.meter.Activity;
import io.fleetgram.agent.meter.Ledger;
import io.fleetgram.agent.meter.LedgerFiles;
import io.fleetgram.agent.meter.Meter;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AgentLock;
import io.fleetgram.agent.store.AtomicFile;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.CredentialFile.Content;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code release}: takes all users out of the core without stopping it, and leaves it to whoever runs this machine.
 *
 * <p>The core's counters are read before, so that no byte is lost; they are reported when the agent runs again. Nothing on
 * disk is wiped: running the agent again makes the machine serve as before.
 */
final class ReleaseCommand {

    static final String CONFIRM = "confirm";

    private final AgentSettings settings;
    private final CommandWords words;
    private final PrintStream out;

    ReleaseCommand(AgentSettings settings, CommandWords words, PrintStream out) {
        this.settings = settings;
        this.words = words;
        this.out = out;
    }

    Exit run() throws IOException {
        var directory = new AgentDirectory(settings.directory());
        if (!(CredentialFile.read(directory.credentials()) instanceof Content.Present present)) {
            out.printf("this machine is not a node: there is nothing to release in %s%n", directory.root());
            return Exit.NOT_A_NODE;
        }
        return switch (AgentLock.take(directory.lock(), ProcessHandle.current().pid())) {
            case AgentLock.Taking.Held held -> {
                out.printf(
                        "an agent runs on %s (process %s); stop it before you release the node%n",
                        directory.root(), held.byProcess());
                yield Exit.FAILED;
            }
            case AgentLock.Taking.Taken taken -> {
                var lock = taken.lock();
                try {
                    yield confirmed(directory, present.credentials().nodeName());
                } finally {
                    lock.close();
                }
            }
        };
    }

    private Exit confirmed(AgentDirectory directory, String node) throws IOException {
        if (!words.option(CONFIRM).filter(node::equals).isPresent()) {
            out.printf(
                    "this takes every user out of the core of %s; if that is what you want, add --%s \"%s\"%n",
                    node, CONFIRM, node);
            return Exit.WRONG_USE;
        }
        var executable = FindCore.of(settings);
        if (executable.isEmpty()) {
            out.println("no core was found; install xray or v2ray, or set core.executable");
            return Exit.FAILED;
        }
        var opening = OwnCore.open(
                Wiring.core(settings, executable.get(), directory), InstantSource.system(), new SecureRandom());
        return switch (opening) {
            case OwnCore.Opening.Opened opened -> {
                try (var own = opened.core()) {
                    yield release(directory, node, own);
                }
            }
            case OwnCore.Opening.Occupied occupied -> {
                out.printf("the core in %s is another agent's: process %s%n", directory.core(), occupied.byProcess());
                yield Exit.FAILED;
            }
            case OwnCore.Opening.Unusable unusable -> {
                out.printf("%s cannot be used as a core: %s; set core.executable%n", executable.get(), unusable.why());
                yield Exit.FAILED;
            }
        };
    }

    private Exit release(AgentDirectory directory, String node, OwnCore own) throws IOException {
        var core = own.supervisor().adopt();
        if (core.isEmpty()) {
            out.println("no core runs that an agent started; nothing was done to it");
            remains(directory, node, 0);
            return Exit.DONE;
        }
        int waiting = counted(directory, own);
        var emptied =
                Wiring.machine(settings, own, MonotonicClock.system()).resync().resync(List.of());
        return switch (emptied) {
            case Convergence.Converged converged -> {
                AtomicFile.delete(own.files().process());
                out.printf("%d users were taken out of the core%n", converged.removed());
                left(own, core.get());
                remains(directory, node, waiting);
                yield Exit.DONE;
            }
            case Convergence.Waiting unfinished -> failed(unfinished.why());
            case Convergence.Failed failed -> failed(failed.why());
        };
    }

    private Exit failed(String why) {
        out.printf("not all users could be taken out: %s; the core stays the agent's; give the command again%n", why);
        return Exit.FAILED;
    }

    /** Reads the counters a last time; returns how many rows then wait for the controller. */
    private int counted(AgentDirectory directory, OwnCore own) throws IOException {
        var known = LastKnownTime.read(directory.lastKnownTime());
        var clock = new ControllerClock(InstantSource.system(), MonotonicClock.system(), known.instant());
        var files = new LedgerFiles(
                directory.journal(),
                directory.batches(),
                MemoryDirectory.of(directory, settings.memoryDirectory()).resolve("journal-position"));
        try (var ledger = Ledger.open(files, new ProtocolBatchFormat(), clock, Epoch.random(new SecureRandom()))) {
            new Meter(own.core(), ledger, new Activity(MonotonicClock.system()), new Notices(clock)).read();
            return ledger.waitingRows();
        }
    }

    private void left(OwnCore own, CoreIdentity core) {
        out.printf("the core runs on, process %d, and is yours: no agent adopts it%n", core.pid());
        out.printf(
                "its file %s still names the users it was started with: do not start it from there%n",
                own.files().running());
    }

    private void remains(AgentDirectory directory, String node, int waiting) {
        out.printf("%s keeps identity, desired state and %d rows of traffic to report%n", directory.root(), waiting);
        out.printf(
                "in the fleet this is still %s: delete it in the bot, or run the agent to serve again, "
                        + "which ends this core and starts its own%n",
                node);
    }
}
