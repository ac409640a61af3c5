package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.Eventually;
import io.fleetgram.agent.host.HostReadings;
import io.fleetgram.agent.host.HostReadings.Amount;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.agent.store.LastGoodState.Storing;
import io.fleetgram.agent.store.StateProof;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every way to reach a controller must do. */
@Timeout(60)
public abstract class ControllerContract {

    private static final Epoch RUN = new Epoch(1, 2);
    private static final EntryBytes ALICE = new EntryBytes("a/alice.in1", new byte[] {1, 2, -3});
    private static final EntryBytes BOB = new EntryBytes("a/bob.in1", new byte[] {0, -1});

    @TempDir
    protected Path directory;

    protected abstract FakeFleet fleet();

    /** Returns a controller that speaks with {@link #fleet}; the test closes it. */
    protected abstract Controller open();

    /** Returns the bytes of a batch that the fleet's reader understands. */
    protected abstract byte[] batch(Cursor position);

    @Test
    void a_node_without_anything_gets_a_snapshot_that_has_its_hash() throws IOException {
        fleet().change(List.of(ALICE, BOB), List.of());
        fleet().forgetHistory();
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            var change = change(controller, state);
            var snapshot = (StateChange.Snapshot) change;
            assertThat(state.adopt(snapshot.draft(), snapshot.hash())).isEqualTo(new Storing.Stored());
            assertThat(state.stored().entries())
                    .extracting(EntryBytes::key)
                    .containsExactlyInAnyOrder("a/alice.in1", "a/bob.in1");
        }
    }

    @Test
    void a_large_snapshot_comes_whole() throws IOException {
        var entries = new ArrayList<EntryBytes>();
        for (int account = 0; account < 5_000; account++) {
            entries.add(new EntryBytes("a/x" + account + ".in1", new byte[account % 300]));
        }
        fleet().change(entries, List.of());
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            var snapshot = (StateChange.Snapshot) change(controller, state);
            assertThat(state.adopt(snapshot.draft(), snapshot.hash())).isEqualTo(new Storing.Stored());
            assertThat(state.stored().entries()).hasSize(5_000);
        }
    }

    @Test
    void a_node_that_is_behind_gets_a_delta_with_the_very_bytes() throws IOException {
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            long first = fleet().change(List.of(ALICE), List.of());
            var snapshot = (StateChange.Snapshot) change(controller, state);
            state.adopt(snapshot.draft(), snapshot.hash());
            assertThat(state.proof().version()).isEqualTo(first);

            long second = fleet().change(List.of(BOB), List.of("a/alice.in1"));
            var delta = (StateChange.Delta) change(controller, state);
            assertThat(delta.version()).isEqualTo(second);
            assertThat(delta.remove()).containsExactly("a/alice.in1");
            assertThat(delta.put()).singleElement().satisfies(put -> {
                assertThat(put.key()).isEqualTo("a/bob.in1");
                assertThat(put.body()).containsExactly(0, -1);
            });
            assertThat(state.store(delta.version(), delta.hash(), delta.put(), delta.remove()))
                    .isEqualTo(new Storing.Stored());
            assertThat(change(controller, state)).isEqualTo(new StateChange.Unchanged(second));
        }
    }

    @Test
    void a_waiting_poll_is_answered_by_a_change() throws Exception {
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            var question = new PollQuestion(state.proof(), Duration.ofSeconds(50), RUN, List.of(), Set.of());
            var answer = new AtomicReference<Answer<PollReply>>();
            var thread = Thread.ofPlatform().start(() -> answer.set(poll(controller, question, state)));
            Eventually.is("the poll has arrived", () -> fleet().polls() == 1);
            fleet().change(List.of(ALICE), List.of());
            thread.join();
            assertThat(reply(answer.get()).change()).isInstanceOf(StateChange.Snapshot.class);
        }
    }

    @Test
    void the_answer_tells_the_controllers_time_and_the_cursors_it_knows() throws IOException {
        var known = new Cursor(new Epoch(7, 8), 3);
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            controller.reportTraffic(batch(known));
            var question = new PollQuestion(
                    state.proof(), Duration.ZERO, RUN, List.of(known.epoch(), new Epoch(9, 9)), Set.of());
            var reply = reply(controller.poll(question, state::beginSnapshot));
            assertThat(reply.controllerTime()).isEqualTo(FakeFleet.TIME);
            assertThat(reply.cursors()).containsExactly(known);
        }
    }

    @Test
    void a_repeated_batch_is_acknowledged_and_booked_once() {
        var position = new Cursor(new Epoch(7, 8), 1);
        try (var controller = open()) {
            fleet().failNext(Fault.ANSWER_LOST);
            assertThat(controller.reportTraffic(batch(position))).isInstanceOf(Answer.Away.class);
            assertThat(controller.reportTraffic(batch(position))).isEqualTo(new Answer.Answered<>(position));
            assertThat(fleet().booked()).hasSize(1).first().isEqualTo(batch(position));
        }
    }

    @Test
    void a_waiting_poll_is_answered_by_a_command_that_is_not_held() throws IOException {
        var orders = List.of(
                new Order.CoreStart(),
                new Order.CoreStop(),
                new Order.CoreRestart(),
                new Order.Logs(7),
                new Order.Configuration(),
                new Order.Statistics(),
                new Order.Resync(),
                new Order.Unknown());
        for (var order : orders) {
            fleet().commands().give(new Command("c" + orders.indexOf(order), "trace", order));
        }
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            var question = new PollQuestion(state.proof(), Duration.ofSeconds(50), RUN, List.of(), Set.of("c0", "c1"));
            var reply = reply(controller.poll(question, state::beginSnapshot));
            assertThat(reply.commands()).extracting(Command::order).isEqualTo(orders.subList(2, orders.size()));
            assertThat(reply.commands().getFirst()).isEqualTo(new Command("c2", "trace", orders.get(2)));
        }
    }

    @Test
    void words_about_commands_arrive_whole_and_repeats_change_nothing() {
        fleet().commands().give(new Command("c1", "trace", new Order.Logs(1)));
        try (var controller = open()) {
            fleet().failNext(Fault.ANSWER_LOST);
            assertThat(controller.complete("c1", new CommandWord.MayItBegin())).isInstanceOf(Answer.Away.class);
            assertThat(controller.complete("c1", new CommandWord.MayItBegin())).isEqualTo(new Answer.Answered<>(true));
            assertThat(controller.complete("other", new CommandWord.MayItBegin()))
                    .isEqualTo(new Answer.Answered<>(false));

            var file = new CommandFile("core-log.txt", new byte[CommandFile.LARGEST]);
            assertThat(controller.complete("c1", new CommandWord.Done("two\nlines", Optional.of(file))))
                    .isInstanceOf(Answer.Answered.class);
            controller.complete("c2", new CommandWord.Failed("why"));
            controller.complete("c3", new CommandWord.Lost("what"));
        }
        var ended = fleet().commands().ended();
        assertThat(ended.get("c1").text()).isEqualTo("two\nlines");
        assertThat(ended.get("c1").file().orElseThrow().content()).hasSize(CommandFile.LARGEST);
        assertThat(ended.get("c2")).isEqualTo(new CommandWord.Failed("why"));
        assertThat(ended.get("c3")).isEqualTo(new CommandWord.Lost("what"));
    }

    @Test
    void a_status_report_arrives_whole() {
        var report = new StatusReport(
                5,
                6,
                List.of(new FailedEntry("a/alice.in1", "no such inbound", true)),
                new AgentDescription("0.1.0", "Debian", "amd64", "host-1"),
                new CoreReport(
                        CoreReport.State.RUNNING,
                        "v2ray",
                        "4.34.0",
                        Instant.ofEpochMilli(1_000),
                        4711,
                        "",
                        List.of(443, 8443),
                        List.of("vless")),
                new HostReadings(125, new Amount(1, 2), new Amount(3, 4), 5, 6, 7, 8, Instant.ofEpochMilli(9_000)),
                RUN,
                "added 1, removed 0",
                List.of(new Notice(Instant.ofEpochMilli(3), "drift", "one user was gone")),
                new SyncAttempts.View(3, "the disk is full", false));
        try (var controller = open()) {
            assertThat(controller.reportStatus(report)).isEqualTo(new Answer.Answered<>(FakeFleet.TIME));
            assertThat(fleet().reports()).containsExactly(report);
        }
    }

    @Test
    void a_request_is_answered_with_a_certificate_for_its_key() {
        var keys = KeyPairs.generate(new SecureRandom());
        try (var controller = open()) {
            var answer = controller.renew(CertificateRequest.create(keys, "x"));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Answered.class,
                            answered -> assertThat(answered.value().toString()).contains(FakeFleet.NODE_KEY));
        }
    }

    @Test
    void a_controller_that_does_not_answer_is_away_and_later_back() throws IOException {
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            fleet().beAway(true);
            var question =
                    new PollQuestion(new StateProof(0, StateHash.EMPTY), Duration.ZERO, RUN, List.of(), Set.of());
            assertThat(controller.poll(question, state::beginSnapshot)).isInstanceOf(Answer.Away.class);
            fleet().beAway(false);
            assertThat(controller.poll(question, state::beginSnapshot)).isInstanceOf(Answer.Answered.class);
        }
    }

    @Test
    void an_expired_certificate_is_told_from_being_away() {
        try (var controller = open()) {
            fleet().failNext(Fault.EXPIRED);
            assertThat(controller.reportTraffic(batch(new Cursor(RUN, 1))))
                    .isInstanceOf(Answer.CertificateExpired.class);
        }
    }

    @Test
    void a_removed_node_is_told_so_and_may_still_hand_over_its_last_batch() throws IOException {
        try (var controller = open();
                var state = LastGoodState.open(directory.resolve("state"))) {
            fleet().removeNode();
            var question = new PollQuestion(state.proof(), Duration.ZERO, RUN, List.of(), Set.of());
            assertThat(controller.poll(question, state::beginSnapshot)).isInstanceOf(Answer.Removed.class);
            assertThat(controller.reportTraffic(batch(new Cursor(RUN, 1)))).isInstanceOf(Answer.Answered.class);
        }
    }

    @Test
    void closing_ends_a_waiting_poll_and_every_later_call() throws Exception {
        var controller = open();
        try (var state = LastGoodState.open(directory.resolve("state"))) {
            var question = new PollQuestion(state.proof(), Duration.ofSeconds(50), RUN, List.of(), Set.of());
            var answer = new AtomicReference<Answer<PollReply>>();
            var thread = Thread.ofPlatform().start(() -> answer.set(poll(controller, question, state)));
            Eventually.is("the poll has arrived", () -> fleet().polls() == 1);
            controller.close();
            thread.join();
            assertThat(answer.get()).isInstanceOf(Answer.Away.class);
            assertThat(controller.reportTraffic(batch(new Cursor(RUN, 1)))).isInstanceOf(Answer.Away.class);
        }
    }

    private static StateChange change(Controller controller, LastGoodState state) throws IOException {
        var question = new PollQuestion(state.proof(), Duration.ZERO, RUN, List.of(), Set.of());
        return reply(controller.poll(question, state::beginSnapshot)).change();
    }

    private static PollReply reply(Answer<PollReply> answer) {
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return ((Answer.Answered<PollReply>) answer).value();
    }

    private static Answer<PollReply> poll(Controller controller, PollQuestion question, LastGoodState state) {
        try {
            return controller.poll(question, state::beginSnapshot);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
