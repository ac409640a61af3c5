package io.fleetgram.agent;

import io.fleetgram.agent.controller.Enrollment;
import io.fleetgram.agent.controller.Enrollment.Outcome;
import io.fleetgram.agent.controller.grpc.GrpcEnrollmentDesk;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AgentLock;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.CredentialFile.Content;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.shared.pki.Fingerprint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code enroll}: makes this machine a node. */
final class EnrollCommand {

    private static final String BEHIND_PROXY = "behind-proxy";
    private static final List<String> NEEDED = List.of("controller", "token", "ca-fingerprint");

    static final List<String> OPTIONS =
            Stream.concat(NEEDED.stream(), Stream.of(BEHIND_PROXY)).toList();

    private final AgentSettings settings;
    private final CommandWords words;
    private final PrintStream out;

    EnrollCommand(AgentSettings settings, CommandWords words, PrintStream out) {
        this.settings = settings;
        this.words = words;
        this.out = out;
    }

    Exit run() throws IOException {
        for (var name : NEEDED) {
            if (words.option(name).isEmpty()) {
                out.println("enroll needs --" + name + "; copy the whole join command that the bot shows");
                return Exit.WRONG_USE;
            }
        }
        try {
            var proxy = words.option(BEHIND_PROXY).map(ProxyTrust::parse);
            var desk = new GrpcEnrollmentDesk(
                    ControllerAddress.parseAll(words.option("controller").orElseThrow()),
                    Fingerprint.parse(words.option("ca-fingerprint").orElseThrow()),
                    proxy,
                    Wiring.deadlines(settings));
            return enroll(desk, words.option("token").orElseThrow(), proxy);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "; copy the whole join command that the bot shows");
            return Exit.WRONG_USE;
        }
    }

    private Exit enroll(GrpcEnrollmentDesk desk, String token, Optional<ProxyTrust> proxy) throws IOException {
        var directory = new AgentDirectory(settings.directory());
        directory.create();
        return switch (AgentLock.take(directory.lock(), ProcessHandle.current().pid())) {
            case AgentLock.Taking.Held held -> {
                out.printf(
                        "an agent runs on %s (process %s); stop it before enrolling again%n",
                        directory.root(), held.byProcess());
                yield Exit.FAILED;
            }
            case AgentLock.Taking.Taken taken -> {
                var lock = taken.lock();
                try {
                    var before = CredentialFile.read(directory.credentials());
                    var enrollment = new Enrollment(
                            directory, desk, ThisMachine.describe(), new SecureRandom(), proxy, InstantSource.system());
                    var outcome = enrollment.enroll(token);
                    yield tell(outcome, before, directory);
                } finally {
                    lock.close();
                }
            }
        };
    }

    private Exit tell(Outcome outcome, Content before, AgentDirectory directory) throws IOException {
        return switch (outcome) {
            case Outcome.Enrolled enrolled -> {
                forgetOtherNode(enrolled.credentials(), before, directory);
                out.printf("enrolled as %s%n", enrolled.credentials());
                yield Exit.DONE;
            }
            case Outcome.Refused refused -> {
                out.println("the controller refused: " + refused.why() + "; get a new join command from the bot");
                yield Exit.NOT_A_NODE;
            }
            case Outcome.Unreachable unreachable -> {
                out.println("no controller could be reached: " + unreachable.why()
                        + "; check address, port and firewall, then give the same command again");
                yield Exit.FAILED;
            }
        };
    }

    /** State and traffic of the node that this machine was before belong to that node. */
    private static void forgetOtherNode(Credentials now, Content before, AgentDirectory directory) throws IOException {
        if (before instanceof Content.Present present
                && !present.credentials().nodeKey().equals(now.nodeKey())) {
            Wipe.state(directory);
        }
        Files.deleteIfExists(directory.pendingKey());
        Files.deleteIfExists(directory.pendingToken());
    }
}
