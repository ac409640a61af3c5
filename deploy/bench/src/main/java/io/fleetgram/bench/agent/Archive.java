package io.fleetgram.bench.agent;

import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.process.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The archive of loaded classes that an installed agent starts with. */
final class Archive {

    /** Names another archive than the installed one. */
    static final String VARIABLE = "FLEETGRAM_ARCHIVE";

    static final String NONE = "none";

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Archive() {}

    /** Has it made with a core to rehearse with, as an installation does. */
    static void make(CoreBinary core) throws IOException {
        var ended = new Command(
                        List.of(
                                InstalledAgent.program().toString(),
                                "archive",
                                core.executable().toString()),
                        Map.of("FLEETGRAM_JAVA_HOME", System.getProperty("java.home")),
                        Optional.empty())
                .run(LONGEST);
        if (!ended.well()) {
            throw new IOException("the agent's archive was not made: " + ended.output());
        }
    }
}
