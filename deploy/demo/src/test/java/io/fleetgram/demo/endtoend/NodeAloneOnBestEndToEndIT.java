package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node's users do not notice. */
class NodeAloneOnBestEndToEndIT extends EndToEnd {

    private static final long SOME_SECONDS_OF_DOWNLOAD = 20_000_000;
    private static final Duration DOWNLOAD_LIMIT = Duration.ofSeconds(90);

    NodeAloneOnBestEndToEndIT() {
        super(Cores.best().kind(), 1);
    }

    @Test
    @Shows({"A7", "T2"})
    void the_agent_is_exchanged_for_another_copy_while_a_download_goes_on_and_every_byte_is_counted()
            throws IOException, InterruptedException {
        stage().owner().addAccount("erika");
        var link = plainLink(stage().owner().link("erika"), 1);
        var node = stage().node(1);
        var pid = stage().corePid(1);
        try (var download = LiveDownload.start(link, stage().target(), SOME_SECONDS_OF_DOWNLOAD)) {
            assertThat(download.goesOn()).isTrue();
            node.stop();
            assertThat(download.goesOn()).as("goes on without an agent").isTrue();
            node.exchangeProgram(copyOf(node.program()));
            node.start();
            assertThat(download.goesOn()).as("goes on with the new agent").isTrue();
            awaitBooked("erika", 1, download.whole(DOWNLOAD_LIMIT));
        }
        assertThat(stage().corePid(1)).as("process id of the core").isEqualTo(pid);
    }

    /** A copy of the whole distribution that the command belongs to; returns the copy's command. */
    private Path copyOf(Path command) throws IOException {
        var distribution = command.getParent().getParent();
        var copy = stage().stack().data().resolve("another-agent");
        PartsCache.delete(copy);
        try (var files = Files.walk(distribution)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(distribution.relativize(file)));
            }
        }
        return copy.resolve(distribution.relativize(command));
    }

    /** A stopped process takes connections and never answers, as a host behind a broken network. */
    @Test
    @Shows("A4")
    void with_a_controller_and_a_database_that_never_answer_a_node_that_starts_cold_serves_a_new_client()
            throws InterruptedException {
        var link = neverSeen("olga");
        var stack = stage().stack();
        var node = stage().node(1);
        var silent = List.of(stack.controller().pid(), stack.database().pid());
        try {
            silent.forEach(pid -> signal("STOP", pid));
            node.kill();
            node.killCore();
            node.start();
            var sent = send(link, 1_000_000, 100_000);
            silent.reversed().forEach(pid -> signal("CONT", pid));
            awaitBooked("olga", 1, sent);
        } finally {
            silent.reversed().forEach(pid -> signal("CONT", pid));
        }
    }

    private static void signal(String name, long pid) {
        var ended =
                Command.of("/bin/sh", "-c", "kill -%s %d".formatted(name, pid)).run(Duration.ofSeconds(10));
        assertThat(ended.well()).as(ended.output()).isTrue();
    }
}
