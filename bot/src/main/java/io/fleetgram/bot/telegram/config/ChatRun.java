package io.fleetgram.bot.telegram.config;

import io.fleetgram.bot.platform.DutyKeeper;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.LiveScreens;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.ChatKit;
import io.fleetgram.bot.telegram.wire.LongPolling;
import io.fleetgram.bot.telegram.wire.TelegramBotApi;
import io.fleetgram.bot.telegram.wire.TelegramServer;
import io.fleetgram.bot.telegram.wire.TelegramUpdateReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the chat in this process whenever no other process has it. */
final class ChatRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChatRun.class);

    private static final String LEASE = "telegram";
    private static final Duration TERM = Duration.ofSeconds(10);
    private static final Duration CONFLICT_PAUSE = Duration.ofHours(1);
    private static final Duration TICK = Duration.ofSeconds(2);

    private final TelegramSettings settings;
    private final ChatKit kit;
    private final Leases leases;
    private final Messages messages;
    private final InstantSource time;
    /** Alone: a lease that is not renewed because something else takes long is lost. */
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chat-lease").factory());

    private final ScheduledExecutorService redraws = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chat-redraws").factory());
    private final LiveScreens liveScreens;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private volatile boolean running;
    private volatile Instant conflictTold = Instant.EPOCH;

    ChatRun(TelegramSettings settings, ChatKit kit, Leases leases, Messages messages, InstantSource time) {
        this.settings = settings;
        this.kit = kit;
        this.leases = leases;
        this.messages = messages;
        this.time = time;
        liveScreens = kit.liveScreens(redraws);
    }

    LiveScreens liveScreens() {
        return liveScreens;
    }

    @Override
    public void start() {
        running = true;
        settings.server()
                .ifPresentOrElse(
                        this::start,
                        () -> LOG.warn("There is no chat: neither fleetgram.telegram.token nor token-file is set."));
    }

    private void start(TelegramServer server) {
        var api = new TelegramBotApi(server);
        var polling = new LongPolling(server, time, this::conflict);
        var duty = kit.duty(new TelegramUpdateReader(), api, polling, server.botId());
        var keeper = new DutyKeeper(leases, LEASE, TERM, duty, time);
        var unused = ticks.scheduleWithFixedDelay(keeper::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        endings.push(api::close);
        endings.push(keeper::close);
    }

    /** Two pollers take turns, so the conflict comes and goes: it is told once an hour. */
    private void conflict() {
        var now = time.instant();
        if (conflictTold.plus(CONFLICT_PAUSE).isAfter(now)) {
            return;
        }
        conflictTold = now;
        messages.toOperators(
                Messages.Kind.ALERT, Capability.MANAGE_SETTINGS, texts -> View.of(texts.html("kit.conflict")));
    }

    @Override
    public void stop() {
        running = false;
        ticks.shutdown();
        redraws.shutdown();
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
