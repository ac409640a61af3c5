package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Drafts;
import io.fleetgram.agent.controller.FakeController;
import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.PollQuestion;
import io.fleetgram.agent.controller.PollReply;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.controller.grpc.Protocol;
import io.fleetgram.agent.converge.ConvergeTimes;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.Converger;
import io.fleetgram.agent.converge.CoreConverger;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.FakeMachine;
import io.fleetgram.agent.converge.grpc.EntryBodies;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Eventually;
import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.settings.SettingsReader;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AgentStartTest {

    @TempDir
    Path root;

    private final List<String> acts = new CopyOnWriteArrayList<>();
    private final FakeFleet fleet = new FakeFleet(Protocol::position);
    private final FakeMachine machine = new FakeMachine();
    private final SecureRandom random = new SecureRandom();

    @Test
    void users_are_served_from_the_last_good_state_before_any_controller_is_asked() throws Exception {
        var directory = new AgentDirectory(root.resolve("agent"));
        directory.create();
        var entries = Map.of(
                "i/in1", Protocol.inbound("in1", 443),
                "a/alice.in1", Protocol.account("alice", "in1", new UUID(0, 1)));
        try (var state = LastGoodState.open(directory.state())) {
            state.store(7, FakeFleet.hash(entries), List.copyOf(entries.values()), List.of());
        }
        var agent = Agent.open(surroundings(directory));
        var running = Thread.ofVirtual().start(() -> run(agent));
        Eventually.is("the controller was asked", () -> acts.contains("poll"));
        assertThat(acts).startsWith("converged with 2 entries, the core runs: true");
        agent.stop();
        running.join();
    }

    private static void run(Agent agent) {
        try {
            agent.run();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Surroundings surroundings(AgentDirectory directory) throws IOException {
        var reading = (SettingsReader.Reading.Read) SettingsReader.read(
                Optional.of(Files.createFile(root.resolve("none.properties"))),
                Map.of(),
                Map.of("probe.port", "0", "directory", directory.root().toString()));
        var keys = KeyPairs.generate(random);
        var credentials = new Credentials(
                FakeFleet.NODE_KEY,
                "de-1",
                keys.getPrivate(),
                fleet.certify(keys.getPublic()),
                List.of(new ControllerAddress("a", 1)));
        var reader = new EntryBodies();
        var converger = new CoreConverger(machine.machine(), reader, ConvergeTimes.DEFAULT);
        var program = new CoreProgram(Path.of("/core"), Dialect.XRAY, "1");
        return new Surroundings(
                reading.settings(),
                directory,
                Files.createDirectory(root.resolve("memory")),
                credentials,
                new Told(new FakeController(fleet)),
                new NodeMachine(
                        machine,
                        program,
                        machine,
                        new ToldConverger(converger),
                        converger,
                        converger.orders(),
                        () -> new CoreStatistics.Answer.Nothing("nobody asks"),
                        new CoreDirectory(root.resolve("core")),
                        reader),
                new ProtocolBatchFormat(),
                ThisMachine.describe(),
                InstantSource.system(),
                MonotonicClock.system(),
                random);
    }

    private final class ToldConverger implements Converger {

        private final Converger real;

        ToldConverger(Converger real) {
            this.real = real;
        }

        @Override
        public Convergence converge(Collection<EntryBytes> desired) {
            var convergence = real.converge(desired);
            acts.add("converged with %d entries, the core runs: %s"
                    .formatted(desired.size(), machine.identity().isPresent()));
            return convergence;
        }

        @Override
        public Convergence keepAsItIs(String why) {
            acts.add("kept");
            return real.keepAsItIs(why);
        }
    }

    private final class Told implements Controller {

        private final Controller real;

        Told(Controller real) {
            this.real = real;
        }

        @Override
        public Answer<PollReply> poll(PollQuestion question, Drafts drafts) throws IOException {
            acts.add("poll");
            return real.poll(question, drafts);
        }

        @Override
        public Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom) {
            return real.reportTraffic(batch, nothingKeptFrom);
        }

        @Override
        public Answer<Instant> reportStatus(StatusReport report) {
            acts.add("report");
            return real.reportStatus(report);
        }

        @Override
        public Answer<List<X509Certificate>> renew(byte[] certificateRequest) {
            return real.renew(certificateRequest);
        }

        @Override
        public Answer<Boolean> rotateToken(byte[] tokenHash) {
            return real.rotateToken(tokenHash);
        }

        @Override
        public Answer<Boolean> complete(String command, CommandWord word) {
            return real.complete(command, word);
        }

        @Override
        public void use(Credentials credentials) {
            real.use(credentials);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
