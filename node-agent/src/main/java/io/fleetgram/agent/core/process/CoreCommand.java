package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command lines of a core's program. */
record CoreCommand(CoreProgram program) {

    private static final Set<String> FLAGS = Set.of("-c", "-config");

    List<String> run(Path configuration) {
        return switch (program.dialect()) {
            case XRAY -> List.of(executable(), "run", "-c", configuration.toString());
            case V2RAY -> List.of(executable(), "-config", configuration.toString());
        };
    }

    List<String> test(Path configuration) {
        return switch (program.dialect()) {
            case XRAY -> List.of(executable(), "run", "-test", "-c", configuration.toString());
            case V2RAY -> List.of(executable(), "-test", "-config", configuration.toString());
        };
    }

    /** Returns what is added to the environment. */
    Map<String, String> environment() {
        // Xray's splice moves bytes of a stream past its counters until the stream ends.
        return program.dialect() == Dialect.XRAY ? Map.of("XRAY_BUF_SPLICE", "disable") : Map.of();
    }

    /** Says whether a command line is that of a core which runs, or tests, this configuration. */
    static boolean runsWith(List<String> commandLine, String configuration) {
        int place = commandLine.indexOf(configuration);
        return place > 0 && FLAGS.contains(commandLine.get(place - 1));
    }

    private String executable() {
        return program.executable().toString();
    }
}
