package io.fleetgram.agent;

import io.fleetgram.agent.converge.UserDrift;
import io.fleetgram.agent.converge.grpc.EntryBodies;
import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.core.process.SeenCore;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.HeldState;
import io.fleetgram.agent.store.LastGoodState;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/** {@code users}: who is in the core, on which inbound, and how that differs from the desired state on disk. */
final class UsersCommand {

    private final AgentSettings settings;
    private final PrintStream out;

    UsersCommand(AgentSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Drift that the running agent repairs within a minute is no failure; that nobody can look is one. */
    Exit run() throws IOException {
        var directory = new AgentDirectory(settings.directory());
        var found = SeenCore.in(new CoreDirectory(directory.core()), Wiring.core(settings));
        if (found.isEmpty()) {
            out.printf("no core runs from %s%n", directory.core());
            return Exit.FAILED;
        }
        try (var core = found.get()) {
            return switch (core.users()) {
                case SeenCore.Seen.NoAnswer no -> {
                    out.printf(
                            "the core, process %d, does not answer: %s%n",
                            core.run().identity().pid(), no.why());
                    yield Exit.FAILED;
                }
                case SeenCore.Seen.Users users -> {
                    show(directory, users);
                    yield Exit.DONE;
                }
            };
        }
    }

    private void show(AgentDirectory directory, SeenCore.Seen.Users users) throws IOException {
        var held = LastGoodState.read(directory.state());
        var entries = held.map(HeldState::entries).orElse(List.of());
        var all = UserDrift.of(new EntryBodies("").read(entries), users.byTag());
        all.stream().filter(inbound -> !inbound.inCore()).forEach(this::absent);
        var drift = all.stream().filter(UserDrift::inCore).toList();
        for (var inbound : drift) {
            lines(inbound, "as desired", inbound.asDesired());
            lines(inbound, "MISSING", inbound.missing());
            lines(inbound, "NOT DESIRED", inbound.notDesired());
            lines(inbound, "OTHER CREDENTIAL", inbound.other());
        }
        out.printf(
                "%d users on %d inbounds, %d missing, %d not desired, %d with another credential%n",
                count(drift, UserDrift::asDesired)
                        + count(drift, UserDrift::notDesired)
                        + count(drift, UserDrift::other),
                drift.size(),
                count(drift, UserDrift::missing),
                count(drift, UserDrift::notDesired),
                count(drift, UserDrift::other));
        if (users.recorded()) {
            out.println("this core cannot list its users: these are the ones that the agent wrote down");
        }
    }

    /** Such as REALITY on V2Ray, or one that was refused: {@code status} says why. */
    private void absent(UserDrift inbound) {
        out.printf(
                "%-16s is not in this core; %d users are meant for it%n",
                inbound.tag(), inbound.missing().size());
    }

    private void lines(UserDrift inbound, String state, List<String> emails) {
        emails.forEach(email -> out.printf("%-16s %-40s %s%n", inbound.tag(), email, state));
    }

    private static int count(List<UserDrift> drift, Function<UserDrift, List<String>> which) {
        return drift.stream().mapToInt(inbound -> which.apply(inbound).size()).sum();
    }
}
