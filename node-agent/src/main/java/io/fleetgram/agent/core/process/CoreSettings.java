package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Reach;
import io.fleetgram.agent.core.file.WritingDelays;
import io.fleetgram.agent.core.grpc.ApiDeadlines;
import java.nio.file.Path;

/**
 * Which core the agent owns, and how patient it is with it.
 *
 * @param executable the core's program
 * @param directory where the core's files are kept; belongs to one agent alone
 */
public record CoreSettings(
        Path executable,
        CoreKind kind,
        Path directory,
        Reach reach,
        ApiDeadlines deadlines,
        SupervisionTimes times,
        WritingDelays delays,
        Hosting hosting) {

    /** A process of the agent's own making. */
    public CoreSettings(
            Path executable,
            CoreKind kind,
            Path directory,
            Reach reach,
            ApiDeadlines deadlines,
            SupervisionTimes times,
            WritingDelays delays) {
        this(executable, kind, directory, reach, deadlines, times, delays, Hosting.OWN_PROCESS);
    }

    public CoreSettings(Path executable, CoreKind kind, Path directory, Reach reach) {
        this(executable, kind, directory, reach, ApiDeadlines.DEFAULT, SupervisionTimes.DEFAULT, WritingDelays.DEFAULT);
    }

    /** Returns the same core, hosted otherwise. */
    public CoreSettings on(Hosting other) {
        return new CoreSettings(executable, kind, directory, reach, deadlines, times, delays, other);
    }
}
