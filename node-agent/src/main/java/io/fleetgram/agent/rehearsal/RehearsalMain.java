package io.fleetgram.agent.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code fleetgram-agent archive}: has an archive of the agent's classes made, with which it starts sooner.
 *
 * <p>Everything works without one, so whatever goes wrong here is told and is no trouble for an agent.
 */
public final class RehearsalMain {

    private static final int FAILED = 1;

    private RehearsalMain() {}

    /** The arguments are the agent's command, the archive, and a core's program or nothing to look for one. */
    public static void main(String[] arguments) throws InterruptedException {
        var archive = Path.of(arguments[1]);
        var core = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : onPath();
        if (core.isEmpty()) {
            System.out.println("no archive was made: there is no core yet to rehearse with; give its path after"
                    + " \"archive\", or install xray and try again");
            System.exit(FAILED);
        }
        try {
            new Rehearsal(Path.of(arguments[0]), core.get(), archive).hold();
            System.out.printf("%s: %d MiB%n", archive, Files.size(archive) >> 20);
        } catch (IOException | Rehearsal.Failed e) {
            System.out.printf("no archive was made, and the agent starts without: %s%n", e);
            System.exit(FAILED);
        }
        System.exit(0);
    }

    private static Optional<Path> onPath() {
        var directories =
                System.getenv().getOrDefault("PATH", "") + ":/usr/local/bin:/usr/bin:/opt/fleetgram-agent/core";
        return Stream.of("xray", "v2ray")
                .flatMap(name -> Stream.of(directories.split(":"))
                        .filter(directory -> !directory.isEmpty())
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
