package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.CommandFile;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.file.CoreDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what operators ask to see of this node, and leaves its secrets out. */
public final class NodeReadings {

    private static final int MOST_LINES = 2_000;
    /** What the chat shows at once; the file has the rest. */
    private static final int LONGEST_TEXT = 1_800;

    private final CoreDirectory files;
    private final Supplier<CoreStatus> core;
    private final CoreStatistics statistics;
    private final Supplier<StatusReport> status;

    public NodeReadings(
            CoreDirectory files, Supplier<CoreStatus> core, CoreStatistics statistics, Supplier<StatusReport> status) {
        this.files = files;
        this.core = core;
        this.statistics = statistics;
        this.status = status;
    }

    CommandWord.End logs(int lines) {
        try {
            var tail = LogTail.of(
                    List.of(older(files.output()), older(files.log()), files.output(), files.log()),
                    Math.min(Math.max(1, lines), MOST_LINES));
            if (tail.isEmpty()) {
                return CommandWord.done("The core has written nothing.");
            }
            return new CommandWord.Done(
                    lastOf(tail), Optional.of(file("core-log.txt", String.join("\n", tail) + "\n")));
        } catch (IOException e) {
            return new CommandWord.Failed("the core's log in %s cannot be read: %s".formatted(files.root(), e));
        }
    }

    /** Of a core that does not run, the configuration that it would be started with. */
    CommandWord.End configuration() {
        var running = core.get() instanceof CoreStatus.Running present
                ? Optional.of(present)
                : Optional.<CoreStatus.Running>empty();
        var path = running.map(CoreStatus.Running::configuration).orElse(files.next());
        if (!Files.exists(path)) {
            return new CommandWord.Failed("there is no configuration yet: %s is missing".formatted(path));
        }
        try (var in = Files.newBufferedReader(path)) {
            var file = file("core-configuration.json", MaskedConfiguration.of(in));
            if (file.content().length > CommandFile.LARGEST) {
                return new CommandWord.Failed("the configuration is too long to send: %,d bytes in %s"
                        .formatted(file.content().length, path));
            }
            return new CommandWord.Done(
                    running.isPresent()
                            ? "This is what the core was started with. Users come and go since then without it."
                            : "The core does not run. This is what it would be started with.",
                    Optional.of(file));
        } catch (IOException e) {
            return new CommandWord.Failed("%s cannot be read: %s".formatted(path, e));
        }
    }

    CommandWord.End statistics() {
        return CommandWord.done(StatisticsText.of(status.get(), statistics.read()));
    }

    private static Path older(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    private static String lastOf(List<String> lines) {
        var last = new ArrayDeque<String>();
        int length = 0;
        for (var line : lines.reversed()) {
            length += line.length() + 1;
            if (length > LONGEST_TEXT) {
                break;
            }
            last.addFirst(line);
        }
        return last.isEmpty() ? lines.getLast().substring(0, LONGEST_TEXT) : String.join("\n", last);
    }

    private static CommandFile file(String name, String text) {
        return new CommandFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
