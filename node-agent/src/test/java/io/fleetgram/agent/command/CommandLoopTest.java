package io.fleetgram.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Command;
import io.fleetgram.agent.controller.CommandFile;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.FakeCommands;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.Order;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLoopTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Command LOGS = new Command("c1", "trace", new Order.Logs(10));
    private static final Command STOP = new Command("c2", "trace", new Order.CoreStop());

    @TempDir
    private Path directory;

    private final FakeCommands controller = new FakeCommands();
    private final List<Order> carriedOut = new ArrayList<>();
    private CommandWord.End end = CommandWord.done("well");
    private Instant now = NOW;
    private boolean away;
    private CommandJournal journal;
    private CommandLoop loop;

    @BeforeEach
    void start() throws IOException {
        journal = CommandJournal.open(directory.resolve("commands"), () -> now);
        loop = new CommandLoop(
                new CommandLoop.Parts(
                        journal,
                        new OnlyCommands((id, word) -> away
                                ? new Answer.Away<>("nobody answers", Duration.ZERO)
                                : new Answer.Answered<>(controller.take(id, word))),
                        order -> {
                            carriedOut.add(order);
                            return end;
                        },
                        new Notices(() -> now),
                        () -> true,
                        new Signal()),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new SplittableRandom(1)));
    }

    @AfterEach
    void end() throws IOException {
        journal.close();
    }

    private void restart() throws IOException {
        journal.close();
        start();
    }

    private void give(Command command) throws IOException {
        controller.give(command);
        journal.take(controller.handOut(journal.held()));
    }

    @Test
    void commands_are_carried_out_in_order_and_their_ends_told() throws IOException {
        give(LOGS);
        give(STOP);
        loop.tick();
        assertThat(carriedOut).containsExactly(LOGS.order(), STOP.order());
        assertThat(controller.ended()).containsOnlyKeys("c1", "c2");
        assertThat(journal.held()).isEmpty();
    }

    @Test
    void a_command_that_was_taken_back_never_begins() throws IOException {
        give(STOP);
        controller.takeBack("c2");
        loop.tick();
        restart();
        loop.tick();
        assertThat(carriedOut).isEmpty();
        assertThat(controller.ended()).isEmpty();
        assertThat(journal.held()).isEmpty();
    }

    @Test
    void nothing_begins_while_the_controller_is_away_and_what_came_in_begins_when_it_is_back() throws IOException {
        give(STOP);
        away = true;
        assertThat(loop.tick()).isLessThan(Duration.ofSeconds(1));
        restart();
        loop.tick();
        assertThat(carriedOut).isEmpty();
        away = false;
        loop.tick();
        assertThat(carriedOut).containsExactly(STOP.order());
    }

    @Test
    void an_end_is_kept_with_its_file_until_the_controller_has_it() throws IOException {
        end = new CommandWord.Done("the log", Optional.of(new CommandFile("core-log.txt", new byte[] {1, 2, 3})));
        give(LOGS);
        journal.begun("c1");
        journal.ended("c1", end);
        away = true;
        loop.tick();
        restart();
        away = false;
        loop.tick();
        assertThat(controller.ended().get("c1").file().orElseThrow().content()).containsExactly(1, 2, 3);
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void a_controller_that_lost_the_end_gets_the_words_again_and_nothing_runs_twice() throws IOException {
        give(LOGS);
        loop.tick();
        restart();
        var forgetful = new FakeCommands();
        forgetful.give(LOGS);
        journal.take(forgetful.handOut(journal.held()));
        assertThat(journal.held()).containsExactly("c1");
        loop.tick();
        assertThat(carriedOut).hasSize(1);
        assertThat(journal.held()).isEmpty();
    }

    @Test
    void an_order_that_failed_is_told_so() throws IOException {
        give(LOGS);
        end = new CommandWord.Failed("no disk");
        loop.tick();
        assertThat(controller.ended().get("c1")).isEqualTo(new CommandWord.Failed("no disk"));
    }

    @Test
    void the_journal_stays_small_and_forgets_what_the_controller_forgot_long_ago() throws IOException {
        end = new CommandWord.Done("", Optional.of(new CommandFile("core-log.txt", new byte[CommandFile.LARGEST])));
        for (int i = 0; i < 6; i++) {
            give(new Command("x" + i, "trace", new Order.Logs(1)));
            loop.tick();
        }
        assertThat(Files.size(directory.resolve("commands"))).isLessThan(5L << 20);
        now = NOW.plus(CommandJournal.REMEMBERED).plusSeconds(1);
        restart();
        journal.take(List.of(new Command("x0", "trace", new Order.Logs(1))));
        assertThat(journal.nextToBegin()).map(Command::id).contains("x0");
    }
}
