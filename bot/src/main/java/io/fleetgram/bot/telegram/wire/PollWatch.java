package io.fleetgram.bot.telegram.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees how polls end, which the library tells nobody: one log line for each change, never one for each poll. */
final class PollWatch implements Interceptor {

    /** How the last poll ended. */
    enum State {
        UNKNOWN,
        WELL,
        AWAY,
        /** 409: another process polls with the same token. */
        CONFLICT,
        /** 401 or 404: the token is wrong or was revoked. */
        UNAUTHORIZED,
        /** 429. */
        TOO_FAST
    }

    private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
    private static final long BODY_LIMIT = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PollBackOff backOff;
    private final Consumer<State> changed;
    private final AtomicReference<State> state = new AtomicReference<>(State.UNKNOWN);

    /**
     * @param changed told of every change
     */
    PollWatch(PollBackOff backOff, Consumer<State> changed) {
        this.backOff = backOff;
        this.changed = changed;
    }

    State state() {
        return state.get();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            var response = chain.proceed(chain.request());
            note(stateOf(response), "HTTP " + response.code());
            return response;
        } catch (IOException e) {
            if (!chain.call().isCanceled()) {
                note(State.AWAY, e.toString());
            }
            throw e;
        }
    }

    private State stateOf(Response response) throws IOException {
        return switch (response.code()) {
            case 409 -> State.CONFLICT;
            case 401, 404 -> State.UNAUTHORIZED;
            case 429 -> {
                var answer = JSON.readTree(response.peekBody(BODY_LIMIT).string());
                backOff.asked(Duration.ofSeconds(
                        answer.path("parameters").path("retry_after").asLong(5)));
                yield State.TOO_FAST;
            }
            default -> response.isSuccessful() ? State.WELL : State.AWAY;
        };
    }

    private void note(State now, String why) {
        if (state.getAndSet(now) == now) {
            return;
        }
        switch (now) {
            case WELL, UNKNOWN -> LOG.info("Telegram answers polls.");
            case AWAY -> LOG.warn("Telegram cannot be reached ({}); polling goes on trying.", why);
            case CONFLICT ->
                LOG.error("Another process polls Telegram with this bot's token. Stop it, or give it its own.");
            case UNAUTHORIZED -> LOG.error("Telegram does not know this bot's token. Check fleetgram.telegram.token.");
            case TOO_FAST -> LOG.warn("Telegram asks for fewer polls; the next one waits as long as it asks.");
        }
        changed.accept(now);
    }
}
