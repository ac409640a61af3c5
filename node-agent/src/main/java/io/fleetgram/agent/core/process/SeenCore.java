package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.StartedWith;
import io.fleetgram.agent.core.UserListing;
import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.core.file.UserRecordFile;
import io.fleetgram.agent.core.grpc.ApiDeadlines;
import io.fleetgram.agent.core.grpc.GrpcCore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The core of this machine as somebody sees it who does not own it: nothing is changed, and nothing is taken over. */
public final class SeenCore implements AutoCloseable {

    /** Who is in the core. */
    public sealed interface Seen {

        /**
         * All users.
         *
         * @param byTag accounts by e-mail, by inbound tag
         * @param recorded whether they are what the agent wrote down, because this core cannot list its users
         */
        record Users(Map<String, Map<String, Account>> byTag, boolean recorded) implements Seen {}

        record NoAnswer(String why) implements Seen {}
    }

    private final CoreDirectory directory;
    private final CoreRun run;
    private final GrpcCore core;

    private SeenCore(CoreDirectory directory, CoreRun run, ApiDeadlines deadlines) {
        this.directory = directory;
        this.run = run;
        this.core = new GrpcCore(
                run.program(), () -> Optional.of(run), () -> new CoreStatus.Stopped("it is only looked at"), deadlines);
    }

    /** Finds the core that an agent started from this directory and that still lives. */
    public static Optional<SeenCore> in(CoreDirectory directory, ApiDeadlines deadlines) throws IOException {
        var processes = new ProcessTable(Path.of("/proc"));
        return CoreRecord.readFrom(directory.process())
                .map(CoreRecord::run)
                .filter(run -> processes.lives(run.identity()))
                .map(run -> new SeenCore(directory, run, deadlines));
    }

    public CoreRun run() {
        return run;
    }

    public Seen users() throws IOException {
        var started = directory.startedWith().orElseGet(() -> new StartedWith(Map.of(), Map.of()));
        var users = new TreeMap<String, Map<String, Account>>();
        for (var tag : started.listeners().keySet()) {
            switch (core.usersOf(tag)) {
                case UserListing.Users listed -> users.put(tag, listed.accounts());
                case UserListing.NoSuchInbound none -> {}
                case UserListing.Unreachable unreachable -> {
                    return new Seen.NoAnswer(unreachable.reason());
                }
                case UserListing.CannotList cannot -> {
                    return recorded(started);
                }
            }
        }
        return new Seen.Users(users, false);
    }

    private Seen recorded(StartedWith started) {
        var record = new UserRecordFile(directory.users()).of(run.identity());
        var users = new TreeMap<String, Map<String, Account>>();
        for (var tag : started.listeners().keySet()) {
            users.put(
                    tag,
                    record.map(known -> sure(known, tag))
                            .orElseGet(() -> started.users().getOrDefault(tag, Map.of())));
        }
        return new Seen.Users(users, true);
    }

    private static Map<String, Account> sure(KnownUsers known, String tag) {
        var users = new TreeMap<>(known.of(tag));
        users.keySet().removeAll(known.unsureOf(tag));
        return users;
    }

    @Override
    public void close() {
        core.close();
    }
}
