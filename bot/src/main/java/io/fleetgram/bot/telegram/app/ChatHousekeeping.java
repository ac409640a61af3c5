package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Housekeeping;
import java.time.Duration;
import java.time.InstantSource;

/** Purges the chat's tables, a limited number of rows at a time. */
public final class ChatHousekeeping implements Housekeeping {

    private static final int ROWS = 5000;

    private final ChatStore store;
    private final InstantSource time;

    public ChatHousekeeping(ChatStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public int purgeInbox(Duration olderThan) {
        return store.inbox().purge(time.instant().minus(olderThan), ROWS);
    }

    @Override
    public int purgeOutbox(Duration olderThan) {
        return store.outbox().purge(time.instant().minus(olderThan), ROWS);
    }

    @Override
    public int purgeConfirmations(Duration olderThan) {
        return store.tokens().purge(time.instant().minus(olderThan), ROWS);
    }
}
