package io.fleetgram.bot.telegram.app;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How fast messages go to Telegram, and what happens while it is away. Telegram names about 30 messages a second in all,
 * one a second in a chat with short bursts, and 20 a minute in a group, and may change that: what counts in the end is the
 * pause it asks for.
 */
public final class SendingPolicy {

    /** Once as many chats are remembered, idle ones are forgotten. */
    private static final int CHATS_REMEMBERED = 10_000;

    /** While Telegram counts as away a chat is not asked about for this time. */
    private static final Duration CLOSED = Duration.ofSeconds(1);

    private static final RateLimiterConfig ALL = limit(30, Duration.ofSeconds(1));
    private static final RateLimiterConfig CHAT = limit(10, Duration.ofSeconds(10));
    private static final RateLimiterConfig GROUP = limit(20, Duration.ofMinutes(1));

    private final RateLimiter all = RateLimiter.of("telegram", ALL);
    private final Map<Long, RateLimiter> chats = new ConcurrentHashMap<>();
    /** The moments, by the monotonic clock, at which chats that were not admitted have their turn. */
    private final Map<Long, Long> turns = new ConcurrentHashMap<>();

    private final Map<Long, Instant> paused = new ConcurrentHashMap<>();

    /** After a failure: 1 s, 2 s, 4 s … 15 s, each up to half as long or short. */
    private final IntervalFunction pauses =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 2, 0.5, Duration.ofSeconds(15));

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "telegram",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(5)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(100)
                    .waitDurationInOpenState(Duration.ofSeconds(3))
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    /** Telegram asked for a pause in this chat, whatever is to be sent there next. */
    void pause(long chatId, Instant until) {
        paused.merge(chatId, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Returns whether a pause that Telegram asked for is not over yet. */
    boolean isPaused(long chatId, Instant now) {
        var until = paused.get(chatId);
        if (until != null && !until.isAfter(now)) {
            paused.remove(chatId, until);
            return false;
        }
        return until != null;
    }

    /**
     * Returns whether a message may go to this chat now; if not, {@link #turnOf} says when to ask again. Waits for nothing but
     * the rate over all chats, which nobody else could use meanwhile.
     */
    boolean admit(long chatId) {
        if (turnOf(chatId).isPositive()) {
            return false;
        }
        if (turns.remove(chatId) == null) {
            var wait = reserve(chatId);
            if (wait.isPositive()) {
                turns.put(chatId, System.nanoTime() + wait.toNanos());
                return false;
            }
        }
        if (all.acquirePermission() && breaker.tryAcquirePermission()) {
            return true;
        }
        turns.put(chatId, System.nanoTime() + CLOSED.toNanos());
        return false;
    }

    /** Returns how long it is until this chat's turn, zero if it has come or none is reserved. */
    Duration turnOf(long chatId) {
        var turn = turns.get(chatId);
        return turn == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, turn - System.nanoTime()));
    }

    private Duration reserve(long chatId) {
        if (chats.size() > CHATS_REMEMBERED) {
            chats.clear();
        }
        var chat = chats.computeIfAbsent(chatId, id -> RateLimiter.of("chat", id < 0 ? GROUP : CHAT));
        long nanos = chat.reservePermission();
        return nanos < 0 ? chat.getRateLimiterConfig().getLimitRefreshPeriod() : Duration.ofNanos(nanos);
    }

    /** Telegram answered, whatever it said. */
    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** Telegram did not answer. */
    void away() {
        breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("Telegram is away"));
    }

    /** An admitted chat had nothing to send after all. */
    void unused() {
        breaker.releasePermission();
    }

    Duration pauseAfter(int tries) {
        return Duration.ofMillis(pauses.apply(Math.max(1, tries)));
    }

    private static RateLimiterConfig limit(int messages, Duration period) {
        return RateLimiterConfig.custom()
                .limitForPeriod(messages)
                .limitRefreshPeriod(period)
                .timeoutDuration(period.plus(period))
                .build();
    }
}
