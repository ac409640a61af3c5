package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.file.CoreDirectory;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Takes the place of a core that ran on this machine before: its configuration is kept as a dated copy, then it is ended. */
record TakeOver(
        Path configuration,
        CoreDirectory directory,
        ProcessTable processes,
        Poll poll,
        Duration termination,
        InstantSource time) {

    private static final Logger LOG = System.getLogger(TakeOver.class.getName());
    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("'foreign-'yyyyMMdd'T'HHmmss'Z.json'").withZone(ZoneOffset.UTC);

    /** Does nothing if no core runs with that configuration; ends none whose configuration could not be kept. */
    void carryOut() {
        var foreign = processes.coresWith(configuration.toString());
        if (foreign.isEmpty()) {
            return;
        }
        try {
            var copy = directory.root().resolve(DATED.format(time.instant()));
            Files.deleteIfExists(copy);
            Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(copy, Files.readAllBytes(configuration));
            for (var process : foreign) {
                LOG.log(
                        Level.WARNING,
                        "Taking over from process {0,number,#}, a core that runs with {1}, which is kept as {2}. If a"
                                + " service starts it again, disable that service.",
                        process.pid(),
                        configuration,
                        copy);
                Ending.of(process, processes, poll, termination);
            }
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The core that runs with {0} goes on: its configuration cannot be kept: {1}",
                    configuration,
                    e);
        }
    }
}
