package io.fleetgram.agent.core.process;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How this machine hosts the core's process.
 *
 * @param unit the systemd unit that the core runs as; empty: it is a process of the agent's own making
 * @param takeOver the configuration file of a core whose place the agent's core takes
 */
public record Hosting(Optional<Unit> unit, Optional<Path> takeOver) {

    public static final Hosting OWN_PROCESS = new Hosting(Optional.empty(), Optional.empty());

    /**
     * A unit that the agent writes and starts.
     *
     * @param file where it is written; its name is the unit's
     * @param systemctl the program that systemd is told by
     */
    public record Unit(Path file, String systemctl) {

        /** Units here are gone after a restart of the machine: it is the agent that brings the core up. */
        static final Path DIRECTORY = Path.of("/run/systemd/system");

        public static Unit named(String name) {
            return new Unit(DIRECTORY.resolve(name), "systemctl");
        }

        String name() {
            return String.valueOf(file.getFileName());
        }
    }
}
