package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import java.util.List;

/** Where batches from Telegram go. A batch that this returns from is kept: only then may Telegram hear that it came. */
public interface Intake {

    /**
     * Keeps a batch, however long that takes.
     *
     * @throws Lease.Lost if another process receives updates now
     * @throws InterruptedException if receiving ends before the batch is kept
     */
    void keep(List<ReceivedUpdate> batch) throws InterruptedException;
}
