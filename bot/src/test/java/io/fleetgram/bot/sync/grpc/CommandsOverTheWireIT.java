package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandMoved;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.fleet.app.AskNode;
import io.fleetgram.bot.fleet.app.CommandHousekeeping;
import io.fleetgram.wire.agent.v1.Command;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest.State;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** N13: a command's way to its node and back, over real TLS, through two controllers on one real database. */
class CommandsOverTheWireIT {

    private static final AuditEntry.Actor OLGA = new AuditEntry.Actor.OperatorActor(7, 70);
    private static final Duration LONG = Duration.ofSeconds(50);

    private static TestController controller;
    private static TestController other;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(TestController.MovedTime.class);
        other = TestController.start(controller.database(), Map.of());
        fleet = new Fleet(controller);
    }

    @AfterAll
    static void stop() {
        other.close();
        controller.close();
    }

    @Test
    void a_command_wakes_the_parked_poll_of_its_node_also_at_another_controller() throws Exception {
        var node = fleet.addNode();
        try (var agent = fleet.join(node);
                var there = agent.at(other);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = agent.settled();
            for (var one : List.of(agent, there)) {
                var parked = threads.submit(() -> one.pollForCommands(held, LONG, Set.of()));
                var asked = ask(node, new NodeOrder.Logs(7));
                var commands = parked.get(30, TimeUnit.SECONDS);
                assertThat(commands)
                        .extracting(Command::getId)
                        .containsExactly(asked.key().text());
                assertThat(commands.getFirst().getReadLogs().getLines()).isEqualTo(7);
                assertThat(commands.getFirst().getTrace())
                        .isEqualTo(asked.trace().text());
                done(one, asked.key());
            }
        }
    }

    @Test
    void it_comes_with_every_answer_until_the_node_asked_to_begin_it() {
        var node = fleet.addNode();
        var asked = ask(node, new NodeOrder.CoreRestart());
        try (var agent = fleet.join(node)) {
            var held = agent.settled();
            assertThat(agent.pollForCommands(held, LONG, Set.of())).hasSize(1);
            assertThat(agent.pollForCommands(held, LONG, Set.of())).hasSize(1);
            assertThat(agent.pollForCommands(
                            held, Duration.ZERO, Set.of(asked.key().text())))
                    .as("what the agent holds")
                    .isEmpty();
            assertThat(agent.complete(asked.key(), State.RUNNING)).isTrue();
            assertThat(agent.complete(asked.key(), State.RUNNING))
                    .as("asked again")
                    .isTrue();
            assertThat(agent.pollForCommands(held, Duration.ZERO, Set.of())).isEmpty();
        }
        var running = find(asked);
        assertThat(running.state()).isEqualTo(NodeCommandState.RUNNING);
        assertThat(running.tries()).isGreaterThanOrEqualTo(2);
        assertThat(running.begunAt()).isPresent();
    }

    @Test
    void its_end_is_kept_with_words_and_file_and_a_repeat_changes_nothing() {
        var node = fleet.addNode();
        var asked = ask(node, new NodeOrder.Configuration());
        try (var agent = fleet.join(node)) {
            agent.complete(asked.key(), State.RUNNING);
            agent.complete(CompleteCommandRequest.newBuilder()
                    .setId(asked.key().text())
                    .setState(State.DONE)
                    .setResult("two\nlines\u0007")
                    .setFileName("core-configuration.json")
                    .setFile(ByteString.copyFromUtf8("{}"))
                    .build());
            agent.complete(asked.key(), State.FAILED);
        }
        var done = find(asked);
        assertThat(done.state()).isEqualTo(NodeCommandState.DONE);
        assertThat(done.result()).isEqualTo("two\nlines");
        assertThat(done.file()).contains(new NodeCommand.FileFacts("core-configuration.json", 2));
        assertThat(commands().file(asked.key()).orElseThrow().content()).containsExactly('{', '}');
        assertThat(controller.events(NodeCommandMoved.class))
                .filteredOn(moved -> moved.command().equals(asked.key()))
                .extracting(NodeCommandMoved::state)
                .containsExactly(NodeCommandState.PENDING, NodeCommandState.RUNNING, NodeCommandState.DONE);
        assertThat(audit(asked.key()))
                .containsExactly(
                        "OPERATOR 7 node.command",
                        "NODE %s node.command.running".formatted(node),
                        "NODE %s node.command.done".formatted(node));
    }

    @Test
    void one_that_was_taken_back_may_not_begin_and_one_that_runs_cannot_be_taken_back() {
        var node = fleet.addNode();
        var ask = controller.get(AskNode.class);
        var first = ask(node, new NodeOrder.CoreStop());
        var second = ask(node, new NodeOrder.CoreStart());
        try (var agent = fleet.join(node)) {
            assertThat(ask.cancel(OLGA, first.key())).isInstanceOf(AskNode.Cancelling.Cancelled.class);
            assertThat(agent.complete(first.key(), State.RUNNING)).isFalse();
            agent.complete(second.key(), State.RUNNING);
            assertThat(ask.cancel(OLGA, second.key()))
                    .isEqualTo(new AskNode.Cancelling.TooLate(NodeCommandState.RUNNING));
        }
        assertThat(find(first).state()).isEqualTo(NodeCommandState.CANCELLED);
        assertThat(audit(first.key())).last().isEqualTo("OPERATOR 7 node.command.cancelled");
    }

    @Test
    void a_node_speaks_of_its_own_commands_only_and_says_nothing_odd() {
        var asked = ask(fleet.addNode(), new NodeOrder.Statistics());
        try (var stranger = fleet.join(fleet.addNode())) {
            assertThat(stranger.complete(asked.key(), State.RUNNING)).isFalse();
            stranger.complete(asked.key(), State.DONE);
            assertThatThrownBy(() -> stranger.complete(asked.key(), State.STATE_UNSPECIFIED))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            failure -> assertThat(TestAgent.codeOf(failure)).isEqualTo("INVALID_REQUEST"));
            assertThatThrownBy(() -> stranger.complete(CompleteCommandRequest.newBuilder()
                            .setId(asked.key().text())
                            .setState(State.DONE)
                            .setFileName("../../etc/passwd")
                            .setFile(ByteString.copyFromUtf8("x"))
                            .build()))
                    .isInstanceOf(StatusRuntimeException.class);
        }
        assertThat(find(asked).state()).isEqualTo(NodeCommandState.PENDING);
    }

    @Test
    void an_agent_that_is_older_than_commands_gets_none() {
        var node = fleet.addNode();
        try (var agent = fleet.join(node)) {
            var held = agent.settled();
            ask(node, new NodeOrder.Resync());
            var answers = agent.poll(held.version(), held.hash(), Duration.ZERO);
            assertThat(answers.getFirst().getExtras().getCommandsList()).isEmpty();
        }
    }

    @Test
    void time_ends_what_no_node_asked_for_and_what_was_never_heard_of_again_and_forgets_all() {
        var node = fleet.addNode();
        var never = ask(node, new NodeOrder.CoreRestart());
        var silent = ask(node, new NodeOrder.CoreRestart());
        var housekeeping = controller.get(CommandHousekeeping.class);
        try (var agent = fleet.join(node)) {
            agent.complete(silent.key(), State.RUNNING);
            controller.advance(Duration.ofMinutes(11));
            assertThat(agent.complete(never.key(), State.RUNNING)).isFalse();
            housekeeping.endOverdue();
            assertThat(find(never).state()).isEqualTo(NodeCommandState.EXPIRED);
            assertThat(find(silent).state()).isEqualTo(NodeCommandState.UNKNOWN);
            agent.complete(silent.key(), State.DONE);
            assertThat(find(silent).state()).as("heard at last").isEqualTo(NodeCommandState.DONE);
        }
        controller.advance(Duration.ofDays(31));
        assertThat(housekeeping.purge()).isPositive();
        assertThat(commands().find(never.key())).isEmpty();
        assertThat(controller.get(AskNode.class).repeat(OLGA, never.key())).isEqualTo(new AskNode.Outcome.Gone());
        // Back again: certificates of other tests must not end.
        controller.advance(Duration.ofDays(-31).minusMinutes(11));
    }

    @Test
    void the_same_can_be_asked_again_but_not_without_end_before_a_node_that_is_away() {
        var node = fleet.addNode();
        var ask = controller.get(AskNode.class);
        var first = ask(node, new NodeOrder.Logs(50));
        var again = ((AskNode.Outcome.Asked) ask.repeat(OLGA, first.key())).command();
        assertThat(again.order()).isEqualTo(first.order());
        assertThat(again.key()).isNotEqualTo(first.key());
        for (int i = 2; i < AskNode.MOST_OPEN; i++) {
            ask(node, new NodeOrder.Statistics());
        }
        assertThat(ask.ask(OLGA, node, new NodeOrder.Statistics())).isInstanceOf(AskNode.Outcome.TooMany.class);
        assertThat(commands().page(node, 0, 3)).hasSize(3);
        assertThat(commands().count(node)).isEqualTo(AskNode.MOST_OPEN);
    }

    private static NodeCommand ask(NodeKey node, NodeOrder order) {
        return ((AskNode.Outcome.Asked) controller.get(AskNode.class).ask(OLGA, node, order)).command();
    }

    private static void done(TestAgent agent, CommandKey key) {
        agent.complete(key, State.RUNNING);
        agent.complete(key, State.DONE);
    }

    private static NodeCommands commands() {
        return controller.get(NodeCommands.class);
    }

    private static NodeCommand find(NodeCommand command) {
        return commands().find(command.key()).orElseThrow();
    }

    private static List<String> audit(CommandKey key) {
        return controller
                .get(JdbcClient.class)
                .sql("""
                        SELECT CONCAT(actor_kind, ' ', actor, ' ', action) FROM audit_entry
                        WHERE subject = :subject ORDER BY id
                        """)
                .param("subject", "command:" + key)
                .query(String.class)
                .list();
    }
}
