package io.fleetgram.agent;

import io.fleetgram.agent.controller.CoreReport;
import io.fleetgram.agent.controller.CoreReport.State;
import io.fleetgram.agent.core.Capabilities;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Says of the core what a status report says. */
final class CoreStatusReport {

    /** The protocol takes no more. */
    private static final int MOST_PORTS = 64;

    private CoreStatusReport() {}

    static CoreReport of(
            CoreProgram program, CoreStatus status, Capabilities capabilities, Collection<Integer> listening) {
        return switch (status) {
            case CoreStatus.Running running ->
                new CoreReport(
                        running.answering() ? State.RUNNING : State.STARTING,
                        kind(program),
                        program.version(),
                        running.startedAt(),
                        running.core().pid(),
                        running.answering() ? "" : "its API does not answer",
                        sorted(listening),
                        names(capabilities));
            case CoreStatus.Down down -> notRunning(State.FAILED, down.why(), program, capabilities);
            case CoreStatus.Stopped stopped -> notRunning(State.STOPPED, stopped.why(), program, capabilities);
        };
    }

    private static CoreReport notRunning(State state, String why, CoreProgram program, Capabilities capabilities) {
        return new CoreReport(
                state, kind(program), program.version(), Instant.EPOCH, 0, why, List.of(), names(capabilities));
    }

    private static String kind(CoreProgram program) {
        return program.isSimulated() ? "simulated" : program.dialect().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(Capabilities capabilities) {
        var names = new TreeSet<String>();
        capabilities.protocols().forEach(protocol -> names.add(protocol.name().toLowerCase(Locale.ROOT)));
        if (capabilities.reality()) {
            names.add("reality");
        }
        if (capabilities.listsUsers()) {
            names.add("user-list");
        }
        if (capabilities.listsOnlineAddresses()) {
            names.add("online");
        }
        return List.copyOf(names);
    }

    private static List<Integer> sorted(Collection<Integer> ports) {
        return ports.stream().sorted().limit(MOST_PORTS).toList();
    }
}
