package io.fleetgram.bot.telegram;

import java.time.Duration;

/** Forgets what the chat no longer needs. Each method returns how many rows went, at most a few thousand. */
public interface Housekeeping {

    /** Forgets answered updates; keep them at least two days, for so long a repeated one is known by its id. */
    int purgeInbox(Duration olderThan);

    /** Forgets messages that were sent or given up. */
    int purgeOutbox(Duration olderThan);

    /** Forgets confirmations that expired. */
    int purgeConfirmations(Duration olderThan);
}
