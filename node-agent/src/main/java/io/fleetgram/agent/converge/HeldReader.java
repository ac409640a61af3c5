package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.StartedWith;
import io.fleetgram.agent.core.UserListing;
import io.fleetgram.agent.core.UserRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Finds out what the running core holds: by asking it, or from what was written down about it. */
final class HeldReader {

    /** What was found out. */
    sealed interface Reading {

        record Known(Held held) implements Reading {}

        /** The core did not answer. */
        record Unknown(String why) implements Reading {}
    }

    private final Core core;
    private final Configurations configurations;
    private final UserRecord record;

    HeldReader(Core core, Configurations configurations, UserRecord record) {
        this.core = core;
        this.configurations = configurations;
        this.record = record;
    }

    Reading read(CoreIdentity run, Duration now) {
        var started = configurations.startedWith().orElseGet(() -> new StartedWith(Map.of(), Map.of()));
        var listeners = new HashMap<>(started.listeners());
        var users = new KnownUsers();
        for (String tag : started.listeners().keySet()) {
            switch (core.usersOf(tag)) {
                case UserListing.Users listed -> users.replace(tag, listed.accounts());
                case UserListing.NoSuchInbound none -> listeners.remove(tag);
                case UserListing.Unreachable unreachable -> {
                    return new Reading.Unknown(unreachable.reason());
                }
                case UserListing.CannotList cannot -> {
                    return new Reading.Known(new Held(run, listeners, recorded(run, started), now));
                }
            }
        }
        return new Reading.Known(new Held(run, listeners, users, now));
    }

    private KnownUsers recorded(CoreIdentity run, StartedWith started) {
        var users = record.of(run).orElseGet(() -> fromStart(started.users()));
        record.begin(run, users);
        return users;
    }

    /** A core that we did not start ourselves, and of which no record is left, may hold anything by now. */
    private KnownUsers fromStart(Map<String, Map<String, Account>> started) {
        boolean adopted = core.status() instanceof CoreStatus.Running running && running.adopted();
        var users = new KnownUsers();
        started.forEach((tag, accounts) -> {
            users.replace(tag, accounts);
            if (adopted) {
                users.doubt(tag);
            }
        });
        return users;
    }
}
