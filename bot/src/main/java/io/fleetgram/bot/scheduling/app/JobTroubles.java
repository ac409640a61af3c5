package io.fleetgram.bot.scheduling.app;

import io.fleetgram.bot.scheduling.Declaration;

/** Hears of every run's end, inside the transaction that writes it down, and tells operators when it is time. */
public interface JobTroubles {

    /** A run went well after so many failed ones in a row. */
    void succeeded(Declaration job, int failedBefore);

    /** A run failed, as the last of so many in a row. */
    void failed(Declaration job, int failuresInARow, String why);
}
