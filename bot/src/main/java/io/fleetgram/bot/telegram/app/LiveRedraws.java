package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Trace;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.LiveScreens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redraws live screens a moment after what they show has changed. */
final class LiveRedraws implements LiveScreens {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRedraws.class);

    /** Changes of one address within this time are one redraw. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private static final Duration WATCHED = Duration.ofHours(1);

    /** Makes the visit in whose name a chat's screen is drawn; empty if nobody there may see anything. */
    interface Visits {
        Optional<Visit> of(Chat chat, TraceId trace);
    }

    private final ScheduledExecutorService later;
    private final ChatStore store;
    private final Visits visits;
    private final Painter painter;
    private final RandomKeys keys;
    private final InstantSource time;
    private final Set<Address> changed = ConcurrentHashMap.newKeySet();

    LiveRedraws(
            ScheduledExecutorService later,
            ChatStore store,
            Visits visits,
            Painter painter,
            RandomKeys keys,
            InstantSource time) {
        this.later = later;
        this.store = store;
        this.visits = visits;
        this.painter = painter;
        this.keys = keys;
        this.time = time;
    }

    @Override
    public void changed(Address address) {
        if (!later.isShutdown() && changed.add(address)) {
            var unused = later.schedule(() -> redraw(address), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void redraw(Address address) {
        changed.remove(address);
        var trace = new TraceId(keys.key());
        Trace.under(trace, () -> {
            try {
                store.chats()
                        .showing(address.text(), time.instant().minus(WATCHED))
                        .forEach(chat -> redraw(chat, trace));
            } catch (RuntimeException e) {
                LOG.warn("The screens at {} could not be drawn again.", address.text(), e);
            }
            return trace;
        });
    }

    private void redraw(Chat chat, TraceId trace) {
        visits.of(chat, trace)
                .flatMap(visit -> painter.screen(visit, Address.parse(chat.screenAddress())))
                .ifPresent(screen -> {
                    store.transactions().run(() -> store.outbox().redraw(chat.id(), screen, time.instant()));
                    store.waiting().ring();
                });
    }
}
