package io.fleetgram.agent;

import io.fleetgram.agent.controller.grpc.GrpcController;
import io.fleetgram.agent.core.process.CoreMode;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AgentLock;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.CredentialFile.Content;
import io.fleetgram.agent.store.Credentials;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;

/** {@code run}: runs the agent until it is stopped, or its node is removed. */
final class RunCommand {

    private static final Logger LOG = System.getLogger(RunCommand.class.getName());

    private final AgentSettings settings;
    private final PrintStream out;

    RunCommand(AgentSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    Exit run() throws IOException, InterruptedException {
        var directory = new AgentDirectory(settings.directory());
        directory.create();
        return switch (AgentLock.take(directory.lock(), ProcessHandle.current().pid())) {
            case AgentLock.Taking.Held held -> {
                out.printf("another agent runs on %s: process %s%n", directory.root(), held.byProcess());
                yield Exit.FAILED;
            }
            case AgentLock.Taking.Taken taken -> {
                var lock = taken.lock();
                try {
                    yield withCredentials(directory);
                } finally {
                    lock.close();
                }
            }
        };
    }

    private Exit withCredentials(AgentDirectory directory) throws IOException, InterruptedException {
        return switch (CredentialFile.read(directory.credentials())) {
            case Content.Present present -> withCore(directory, present.credentials());
            case Content.Missing missing -> {
                out.printf(
                        "this machine is not a node: %s is missing; give the join command that the bot shows%n",
                        directory.credentials());
                yield Exit.NOT_A_NODE;
            }
            case Content.Damaged damaged -> {
                out.printf("%s cannot be used: %s; give a new join command%n", directory.credentials(), damaged.why());
                yield Exit.NOT_A_NODE;
            }
        };
    }

    private Exit withCore(AgentDirectory directory, Credentials credentials) throws IOException, InterruptedException {
        return settings.coreMode() == CoreMode.EXTERNAL
                ? withExternalCore(directory, credentials)
                : withOwnCore(directory, credentials);
    }

    private Exit withExternalCore(AgentDirectory directory, Credentials credentials)
            throws IOException, InterruptedException {
        if (settings.coreApiPort() == 0) {
            out.println("core.mode=external needs core.api-port: the port on 127.0.0.1 where the core's API answers");
            return Exit.WRONG_USE;
        }
        Agent.End end;
        try (var external = Wiring.external(settings, directory)) {
            var clock = MonotonicClock.system();
            end = run(directory, credentials, Wiring.machine(settings, external, clock), clock, new SecureRandom());
        }
        return ended(end, directory);
    }

    private Exit withOwnCore(AgentDirectory directory, Credentials credentials)
            throws IOException, InterruptedException {
        var executable = FindCore.of(settings);
        if (executable.isEmpty()) {
            out.println("no core was found; install xray or v2ray, or set core.executable");
            return Exit.FAILED;
        }
        var random = new SecureRandom();
        var opening = OwnCore.open(Wiring.core(settings, executable.get(), directory), InstantSource.system(), random);
        return switch (opening) {
            case OwnCore.Opening.Opened opened -> {
                Agent.End end;
                try (var own = opened.core()) {
                    var clock = MonotonicClock.system();
                    end = run(directory, credentials, Wiring.machine(settings, own, clock), clock, random);
                }
                yield ended(end, directory);
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

    private Agent.End run(
            AgentDirectory directory,
            Credentials credentials,
            NodeMachine machine,
            MonotonicClock clock,
            SecureRandom random)
            throws IOException, InterruptedException {
        LOG.log(Level.INFO, "agent {0} of {1}; core {2}", ThisMachine.version(), credentials, machine.program());
        var agent = Agent.open(new Surroundings(
                settings,
                directory,
                MemoryDirectory.of(directory, settings.memoryDirectory()),
                credentials,
                new GrpcController(credentials, Wiring.deadlines(settings)),
                machine,
                new ProtocolBatchFormat(),
                ThisMachine.describe(),
                InstantSource.system(),
                clock,
                random));
        Runtime.getRuntime().addShutdownHook(new Thread(new StopBySignal(agent, Thread.currentThread())));
        return agent.run();
    }

    private static Exit ended(Agent.End end, AgentDirectory directory) throws IOException {
        return switch (end) {
            case STOPPED -> {
                LOG.log(Level.INFO, "stopped; the core runs on");
                yield Exit.DONE;
            }
            case REMOVED -> {
                Wipe.everything(directory);
                LOG.log(Level.WARNING, "the node is removed and its files are wiped");
                yield Exit.NOT_A_NODE;
            }
        };
    }
}
