package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a poll's answer means for what was sent before: a database may come back from a copy between two answers. */
class PollLoopCursorsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    private final Deque<StateChange> answers = new ArrayDeque<>();
    private final Cursors cursors = new Cursors();
    private LastGoodState state;
    private PollLoop loop;

    @BeforeEach
    void start() throws IOException {
        state = LastGoodState.open(directory.resolve("state"));
        var controller = new Answering();
        var clock = new ControllerClock(() -> NOW, () -> Duration.ZERO, Instant.EPOCH);
        var renewal = new Renewal(new AgentDirectory(directory), credentials(), controller, clock, RANDOM);
        loop = new PollLoop(
                new PollLoop.Parts(
                        controller,
                        state,
                        cursors,
                        new NoCommands(),
                        clock,
                        renewal,
                        new Notices(clock),
                        new NoEvents(),
                        Epoch.random(RANDOM),
                        Duration.ofSeconds(50),
                        new SyncAttempts()),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), RANDOM));
    }

    @AfterEach
    void stop() throws IOException {
        state.close();
    }

    @Test
    void a_controller_that_goes_on_is_not_asked_again_how_far_it_has_come() {
        hear(new StateChange.Unchanged(9));
        hear(new StateChange.Unchanged(10));
        assertThat(cursors.known).isTrue();
    }

    @Test
    void a_controller_that_falls_back_to_an_older_version_is_asked_again_how_far_it_has_come() {
        hear(new StateChange.Unchanged(9));
        hear(new StateChange.Unchanged(4));
        assertThat(cursors.known).isFalse();
        hear(new StateChange.Unchanged(4));
        assertThat(cursors.known).isTrue();
    }

    @Test
    void a_controller_that_sends_everything_anew_is_asked_again_how_far_it_has_come() throws IOException {
        hear(new StateChange.Unchanged(9));
        hear(new StateChange.Snapshot(state.beginSnapshot(12), StateHash.EMPTY));
        assertThat(state.proof().version()).isEqualTo(12);
        assertThat(cursors.known).isFalse();
    }

    private void hear(StateChange answer) {
        answers.add(answer);
        assertThat(loop.tick()).isZero();
    }

    private static Credentials credentials() {
        var validity = new Validity(NOW, NOW.plus(Duration.ofDays(365)));
        var authority = CertificateAuthority.create("Fleetgram", validity, RANDOM);
        var keys = KeyPairs.generate(RANDOM);
        var certificate = authority.issueForNode("n1x", keys.getPublic(), validity, RANDOM);
        return new Credentials(
                "n1x",
                "de-1",
                keys.getPrivate(),
                List.of(certificate, authority.certificate()),
                ControllerAddress.parseAll("a.example:8443"));
    }

    private static final class Cursors implements CursorKeeper {

        private boolean known;

        @Override
        public boolean waitsForCursors() {
            return !known;
        }

        @Override
        public List<Epoch> epochsToAskFor() {
            return List.of();
        }

        @Override
        public void cursors(Collection<Cursor> cursors) {
            known = true;
        }

        @Override
        public void forgetCursors() {
            known = false;
        }
    }

    private final class Answering implements Controller {

        @Override
        public Answer<PollReply> poll(PollQuestion question, Drafts drafts) {
            return new Answer.Answered<>(new PollReply(answers.remove(), NOW, List.of(), List.of()));
        }

        @Override
        public Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom) {
            throw new AssertionError("nothing is reported here");
        }

        @Override
        public Answer<Instant> reportStatus(StatusReport report) {
            throw new AssertionError("nothing is reported here");
        }

        @Override
        public Answer<Boolean> complete(String command, CommandWord word) {
            throw new AssertionError("nothing is ordered here");
        }

        @Override
        public Answer<List<X509Certificate>> renew(byte[] certificateRequest) {
            throw new AssertionError("nothing is renewed here");
        }

        @Override
        public Answer<Boolean> rotateToken(byte[] tokenHash) {
            throw new AssertionError("nothing is renewed here");
        }

        @Override
        public void use(Credentials credentials) {
            throw new AssertionError("nothing is renewed here");
        }

        @Override
        public void close() {}
    }

    private static final class NoEvents implements PollEvents {

        @Override
        public void stateStored() {}

        @Override
        public void commandsCame() {
            throw new AssertionError("nothing is ordered here");
        }

        @Override
        public void controllerBack() {}

        @Override
        public void removed(String why) {
            throw new AssertionError(why);
        }
    }
}
