package io.fleetgram.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Command;
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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent dies at each point of a command's way in turn, and starts again. */
class CommandKillsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Command RESTART = new Command("c1", "trace", new Order.CoreRestart());

    /** Ends everything that this run of the agent would still have done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path directory;

    private final List<String> happened = new ArrayList<>();
    private final FakeCommands controller = new FakeCommands();
    private int runs;
    private int dieAt = Integer.MAX_VALUE;
    private Path file = Path.of("unset");

    @Test
    void whatever_point_it_dies_at_a_command_runs_at_most_once_and_its_end_is_known() throws IOException {
        var ends = new ArrayList<String>();
        for (int point = 0; point < 100; point++) {
            var scene = new CommandKillsTest();
            scene.file =
                    Files.createDirectory(directory.resolve("kill-" + point)).resolve("commands");
            scene.dieAt = point;
            scene.controller.give(RESTART);
            boolean died = scene.live();
            scene.dieAt = Integer.MAX_VALUE;
            scene.live();
            scene.live();

            var end = scene.controller.ended().get("c1");
            assertThat(scene.runs)
                    .as("runs when killed at %d: %s", point, scene.happened)
                    .isLessThanOrEqualTo(1);
            assertThat(end)
                    .as("end when killed at %d: %s", point, scene.happened)
                    .isNotNull();
            if (end instanceof CommandWord.Done) {
                assertThat(scene.runs).as("a command that is done has run").isEqualTo(1);
            }
            ends.add(end.getClass().getSimpleName());
            if (!died) {
                break;
            }
        }
        // Taken in; asked, answered; begins; ends; told, answered. Only between begin and end is its fate unknown.
        assertThat(ends).containsExactly("Done", "Done", "Done", "Lost", "Lost", "Done", "Done", "Done");
    }

    /** One life of the agent: it takes what is pending and carries it out. Returns whether it died. */
    private boolean live() throws IOException {
        try (var journal = CommandJournal.open(file, () -> NOW)) {
            var loop = new CommandLoop(
                    new CommandLoop.Parts(
                            journal,
                            new OnlyCommands((id, word) -> {
                                reach("sends " + word.getClass().getSimpleName());
                                boolean may = controller.take(id, word);
                                reach("is answered");
                                return new Answer.Answered<>(may);
                            }),
                            order -> {
                                reach("begins");
                                runs++;
                                reach("has carried out");
                                return CommandWord.done("restarted");
                            },
                            new Notices(() -> NOW),
                            () -> true,
                            new Signal()),
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new SplittableRandom(1)));
            reach("starts");
            journal.take(controller.handOut(journal.held()));
            loop.tick();
            return false;
        } catch (Killed killed) {
            happened.add("killed");
            return true;
        }
    }

    private void reach(String point) {
        happened.add(point);
        if (dieAt-- == 0) {
            throw new Killed();
        }
    }
}
