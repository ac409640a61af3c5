package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CounterReading;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads the core's counters into the ledger.
 *
 * <p>A reading and its counting are one step that no other reading can come between: an older reading that is counted
 * after a newer one would look like counters that fell.
 */
public final class Meter {

    private static final Logger LOG = System.getLogger(Meter.class.getName());
    private static final int MOST_NAMED = 5;

    private final ReentrantLock oneReading = new ReentrantLock();
    private final Core core;
    private final Ledger ledger;
    private final Activity activity;
    private final Notices notices;
    private boolean readable = true;

    public Meter(Core core, Ledger ledger, Activity activity, Notices notices) {
        this.core = core;
        this.ledger = ledger;
        this.activity = activity;
        this.notices = notices;
    }

    /** Reads once. When the core cannot be read nothing is lost: the next reading counts what this one would have. */
    public void read() {
        oneReading.lock();
        try {
            var begun = activity.now();
            switch (core.readCounters()) {
                case CounterReading.Read read -> {
                    readable = true;
                    var counting = ledger.count(read);
                    if (!(counting instanceof Counting.Superseded)) {
                        activity.counted(begun);
                    }
                    tell(counting);
                }
                case CounterReading.Unreadable unreadable -> {
                    if (readable) {
                        LOG.log(Level.INFO, "the core''s counters cannot be read: {0}", unreadable.why());
                    }
                    readable = false;
                }
            }
        } catch (IOException e) {
            notices.add("journal", "the traffic journal cannot be written, check disk space: " + e);
        } finally {
            oneReading.unlock();
        }
    }

    private void tell(Counting counting) {
        switch (counting) {
            case Counting.Counted counted -> {
                activity.moved(counted.moved());
                if (!counted.fallen().isEmpty()) {
                    notices.add(
                            "counter-fell",
                            "%d counters of the core were below their last value and counted from zero: %s"
                                    .formatted(counted.fallen().size(), some(counted.fallen())));
                }
            }
            case Counting.Based based ->
                notices.add(
                        "counting-begins",
                        "there was no journal that can be trusted beside the running core; counting begins at the present values of its %d counters"
                                .formatted(based.counters()));
            case Counting.Superseded ignored -> LOG.log(Level.DEBUG, "a reading of an earlier core came too late");
        }
    }

    private static String some(List<String> keys) {
        var shown = String.join(", ", keys.subList(0, Math.min(MOST_NAMED, keys.size())));
        return keys.size() > MOST_NAMED ? shown + " …" : shown;
    }
}
