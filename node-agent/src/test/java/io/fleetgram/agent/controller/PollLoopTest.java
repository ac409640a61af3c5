package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollLoopTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cursor POSITION = new Cursor(new Epoch(5, 5), 3);
    private static final EntryBytes ALICE = new EntryBytes("a/alice.in1", new byte[] {1});
    private static final EntryBytes BOB = new EntryBytes("a/bob.in1", new byte[] {2});

    @TempDir
    Path root;

    private final FakeFleet fleet = new FakeFleet(batch -> POSITION);
    private final List<String> told = new ArrayList<>();
    private final CursorBook cursors = new CursorBook();
    private final NoCommands commands = new NoCommands();
    private final Notices notices = new Notices(() -> Instant.EPOCH);
    private final SyncAttempts attempts = new SyncAttempts();
    private AgentDirectory directory;
    private LastGoodState state;
    private ControllerClock clock;
    private PollLoop loop;
    private Renewal renewal;

    @BeforeEach
    void begin() throws IOException {
        directory = new AgentDirectory(root.resolve("agent"));
        directory.create();
        state = LastGoodState.open(directory.state());
        begin(state);
    }

    private void begin(LastGoodState state) {
        clock = new ControllerClock(() -> Instant.EPOCH, () -> Duration.ZERO, Instant.EPOCH);
        var controller = new FakeController(fleet);
        var keys = KeyPairs.generate(RANDOM);
        var credentials = new Credentials(
                FakeFleet.NODE_KEY,
                "de-1",
                keys.getPrivate(),
                fleet.certify(keys.getPublic()),
                List.of(new ControllerAddress("a", 1)));
        renewal = new Renewal(directory, credentials, controller, clock, RANDOM);
        loop = new PollLoop(
                new PollLoop.Parts(
                        controller,
                        state,
                        cursors,
                        commands,
                        clock,
                        renewal,
                        notices,
                        new Told(),
                        POSITION.epoch(),
                        Duration.ZERO,
                        attempts),
                new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20), new SplittableRandom(1)));
    }

    @Test
    void commands_come_in_once_and_are_named_in_the_next_poll() {
        loop.tick();
        told.clear();
        fleet.commands().give(new Command("c1", "t1", new Order.CoreRestart()));
        loop.tick();
        loop.tick();
        assertThat(commands.taken).extracting(Command::id).containsExactly("c1");
        assertThat(told).containsExactly("commands");
    }

    @Test
    void commands_that_cannot_be_kept_hold_up_no_state_and_come_again() {
        loop.tick();
        commands.diskFull = true;
        fleet.commands().give(new Command("c1", "t1", new Order.CoreRestart()));
        long version = fleet.change(List.of(ALICE), List.of());
        assertThat(loop.tick()).isZero();
        assertThat(state.proof().version()).isEqualTo(version);
        assertThat(commands.taken).isEmpty();
        commands.diskFull = false;
        loop.tick();
        assertThat(commands.taken).extracting(Command::id).containsExactly("c1");
    }

    @AfterEach
    void end() throws IOException {
        state.close();
    }

    @Test
    void a_change_is_stored_and_told_and_the_next_poll_shows_it() throws IOException {
        long version = fleet.change(List.of(ALICE), List.of());
        assertThat(loop.tick()).isZero();
        assertThat(state.proof().version()).isEqualTo(version);
        assertThat(told).containsExactly("back", "stored");
        long next = fleet.change(List.of(BOB), List.of());
        loop.tick();
        assertThat(state.proof().version()).isEqualTo(next);
        loop.tick();
        assertThat(told).containsExactly("back", "stored", "stored");
        assertThat(clock.instant()).isEqualTo(FakeFleet.TIME);
    }

    @Test
    void a_change_that_does_not_have_its_hash_is_not_stored_and_the_next_poll_heals() {
        fleet.change(List.of(ALICE), List.of());
        loop.tick();
        long version = fleet.change(List.of(BOB), List.of());
        fleet.failNext(Fault.WRONG_HASH);
        assertThat(loop.tick()).isPositive();
        assertThat(state.stored().entries()).extracting(EntryBytes::key).containsExactly("a/alice.in1");
        assertThat(notices.waiting()).extracting(Notice::kind).containsExactly("hash-mismatch");
        assertThat(attempts.view().failures()).isEqualTo(1);
        assertThat(attempts.view().error()).contains("hash");
        loop.tick();
        assertThat(attempts.view().failures()).isZero();
        assertThat(state.proof().version()).isEqualTo(version);
    }

    @Test
    void a_flipped_bit_in_the_stored_state_shows_in_the_proof_and_the_next_poll_heals() throws IOException {
        fleet.change(List.of(ALICE, BOB), List.of());
        loop.tick();
        var whole = state.proof();
        byte[] good = Files.readAllBytes(directory.state());
        for (int at = 0; at < good.length; at += 5) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            state.close();
            Files.write(directory.state(), bad);
            state = LastGoodState.open(directory.state());
            assertThat(state.proof())
                    .as("byte %d", at)
                    .satisfiesAnyOf(
                            proof -> assertThat(proof).isEqualTo(whole),
                            proof -> assertThat(proof.hash()).isNotEqualTo(whole.hash()));
            begin(state);
            for (int polls = 0; polls < 3; polls++) {
                loop.tick();
            }
            assertThat(state.proof()).as("byte %d", at).isEqualTo(whole);
            assertThat(state.stored().entries())
                    .extracting(EntryBytes::key)
                    .containsExactlyInAnyOrder("a/alice.in1", "a/bob.in1");
        }
    }

    @Test
    void a_controller_that_is_away_is_asked_again_for_ever_after_growing_pauses() {
        fleet.beAway(true);
        var pauses = new ArrayList<Duration>();
        for (int poll = 0; poll < 50; poll++) {
            pauses.add(loop.tick());
        }
        assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(pauses.subList(10, 50))
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20)));
        assertThat(loop.isConnected()).isFalse();
        fleet.beAway(false);
        assertThat(loop.tick()).isZero();
        assertThat(loop.isConnected()).isTrue();
        assertThat(told).containsExactly("back", "stored");
    }

    @Test
    void cursors_are_asked_for_at_first_and_again_after_every_absence() throws IOException {
        new FakeController(fleet).reportTraffic(new byte[0]);
        loop.tick();
        assertThat(cursors.known).containsExactly(List.of(POSITION));
        loop.tick();
        fleet.failNext(Fault.REQUEST_LOST);
        loop.tick();
        loop.tick();
        assertThat(cursors.known).containsExactly(List.of(POSITION), List.of(POSITION));
    }

    @Test
    void an_expired_certificate_is_renewed_with_a_new_key_and_polling_goes_on() throws IOException {
        var old = renewal.credentials();
        fleet.failNext(Fault.EXPIRED);
        assertThat(loop.tick()).isZero();
        assertThat(certificate(renewal.credentials()).getPublicKey())
                .isNotEqualTo(certificate(old).getPublicKey());
        assertThat(CredentialFile.read(directory.credentials()))
                .isEqualTo(new CredentialFile.Content.Present(renewal.credentials()));
        assertThat(directory.pendingKey()).doesNotExist();
        assertThat(loop.tick()).isZero();
    }

    @Test
    void a_removed_node_is_told_so() {
        fleet.removeNode();
        loop.tick();
        assertThat(told).containsExactly("removed NODE_REMOVED");
    }

    private final class Told implements PollEvents {
        @Override
        public void stateStored() {
            told.add("stored");
        }

        @Override
        public void commandsCame() {
            told.add("commands");
        }

        @Override
        public void controllerBack() {
            told.add("back");
        }

        @Override
        public void removed(String why) {
            told.add("removed " + why);
        }
    }

    private static final class CursorBook implements CursorKeeper {
        private final List<List<Cursor>> known = new ArrayList<>();
        private boolean waiting = true;

        @Override
        public boolean waitsForCursors() {
            return waiting;
        }

        @Override
        public List<Epoch> epochsToAskFor() {
            return waiting ? List.of(POSITION.epoch(), new Epoch(1, 1)) : List.of();
        }

        @Override
        public void cursors(Collection<Cursor> cursors) {
            if (waiting) {
                known.add(List.copyOf(cursors));
                waiting = false;
            }
        }

        @Override
        public void forgetCursors() {
            waiting = true;
        }
    }

    private static X509Certificate certificate(Credentials credentials) {
        return ((Proof.ByCertificate) credentials.proof()).certificate();
    }
}
