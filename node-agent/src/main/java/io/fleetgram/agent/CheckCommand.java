package io.fleetgram.agent;

import io.fleetgram.agent.controller.grpc.Reachability;
import io.fleetgram.agent.core.ForeignCore;
import io.fleetgram.agent.core.grpc.ForeignXray;
import io.fleetgram.agent.core.process.CoreMode;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.CredentialFile.Content;
import io.fleetgram.agent.store.Credentials;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** {@code check}: looks at everything that a run needs, changes nothing, and says what is wrong. */
final class CheckCommand {

    private final AgentSettings settings;
    private final PrintStream out;
    private boolean good = true;

    CheckCommand(AgentSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    Exit run() throws IOException {
        passed("settings", "every value is in its range");
        checkDirectory();
        checkCore();
        switch (CredentialFile.read(new AgentDirectory(settings.directory()).credentials())) {
            case Content.Present present -> {
                passed("identity", present.credentials().toString());
                checkControllers(present.credentials());
            }
            case Content.Missing missing ->
                failed("identity", "this machine is not a node; give the join command that the bot shows");
            case Content.Damaged damaged -> failed("identity", damaged.why() + "; give a new join command");
        }
        return good ? Exit.DONE : Exit.FAILED;
    }

    private void checkDirectory() {
        var directory = settings.directory();
        if (!Files.isDirectory(directory)) {
            failed("directory", directory + " does not exist; enrolling makes it");
        } else if (!Files.isWritable(directory)) {
            failed("directory", directory + " cannot be written by " + System.getProperty("user.name"));
        } else {
            passed("directory", directory.toString());
        }
    }

    private void checkCore() throws IOException {
        if (settings.coreMode() == CoreMode.EXTERNAL) {
            checkExternalCore();
            return;
        }
        var executable = FindCore.of(settings);
        if (executable.isEmpty()) {
            failed("core", "none was found; install xray or v2ray, or set core.executable");
            return;
        }
        var elsewhere = Files.createTempDirectory("fleetgram-check");
        try {
            ask(executable.get(), new AgentDirectory(elsewhere));
        } finally {
            Wipe.tree(elsewhere);
        }
    }

    private void checkExternalCore() {
        try (var foreign = new ForeignXray(settings.coreApiPort(), settings.coreReadDeadline())) {
            switch (foreign.look()) {
                case ForeignCore.Look.Usable usable ->
                    passed(
                            "core",
                            "somebody else's, with the inbounds "
                                    + usable.inbounds().keySet());
                case ForeignCore.Look.Unusable unusable -> failed("core", unusable.why());
                case ForeignCore.Look.Silent silent ->
                    failed(
                            "core",
                            "nobody answers on port %d of 127.0.0.1: %s; start the core or set core.api-port"
                                    .formatted(settings.coreApiPort(), silent.why()));
            }
        }
    }

    private void ask(Path executable, AgentDirectory elsewhere) throws IOException {
        var opening =
                OwnCore.open(Wiring.core(settings, executable, elsewhere), InstantSource.system(), new SecureRandom());
        switch (opening) {
            case OwnCore.Opening.Opened opened -> {
                try (var own = opened.core()) {
                    passed(
                            "core",
                            "%s is %s %s"
                                    .formatted(
                                            executable,
                                            own.program().dialect(),
                                            own.program().version()));
                }
            }
            case OwnCore.Opening.Unusable unusable ->
                failed("core", executable + ": " + unusable.why() + "; set core.executable");
            case OwnCore.Opening.Occupied impossible ->
                throw new IOException("a directory that was made a moment ago is in use: " + impossible);
        }
    }

    private void checkControllers(Credentials credentials) {
        for (var controller : credentials.controllers()) {
            Reachability.fault(controller, credentials, settings.connectDeadline())
                    .ifPresentOrElse(
                            why -> failed(
                                    "controller",
                                    controller + ": " + why
                                            + "; check address, port, firewall and this machine's clock"),
                            () -> passed("controller", controller + " answers and is ours"));
        }
    }

    private void passed(String what, String why) {
        out.printf("ok      %-11s %s%n", what, why);
    }

    private void failed(String what, String why) {
        good = false;
        out.printf("FAILED  %-11s %s%n", what, why);
    }
}
