package io.fleetgram.bot.telegram.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.bot.telegram.app.Intake;
import io.fleetgram.bot.telegram.app.ReceivedUpdate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The faults of the library's poll loop, each with its cure, against a server that misbehaves. */
class LongPollingIT {

    private static final String POLLS = "(?i)/bot42:token/getupdates";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final List<Long> kept = new CopyOnWriteArrayList<>();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private LongPolling polling;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"ok\":true,\"result\":true}", 200)));
        polls(updates());
        polling = new LongPolling(
                new TelegramServer(URI.create(server.baseUrl()), "42:token", Optional.empty(), Duration.ofSeconds(1)),
                now::get,
                conflicts::incrementAndGet);
    }

    @AfterEach
    void stop() {
        polling.stop();
        server.stop();
    }

    @Test
    void asks_for_what_the_bot_listens_to_and_confirms_what_is_kept() {
        polls(updates(5, 6));
        polling.start(this::keep);
        Eventually.asserted(() -> assertThat(kept).containsExactly(5L, 6L));
        Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))
                .withRequestBody(matchingJsonPath("$[?(@.offset == 7)]"))
                .withRequestBody(matchingJsonPath("$.allowed_updates[?(@ == 'callback_query')]"))));
    }

    @Test
    void starts_while_telegram_is_away_and_goes_on_when_it_is_back() {
        int port = server.port();
        server.stop();
        polling.start(this::keep);
        Eventually.waited(Duration.ofMillis(500));
        passes(Duration.ofMinutes(1));
        var back = new WireMockServer(WireMockConfiguration.options().port(port));
        back.start();
        try {
            back.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"ok\":true,\"result\":true}", 200)));
            back.stubFor(any(urlPathMatching(POLLS)).willReturn(updates(3)));
            Eventually.holds(() -> {
                passes(Duration.ofSeconds(5));
                return kept.contains(3L);
            });
        } finally {
            polling.stop();
            back.stop();
        }
    }

    @Test
    void an_intake_that_cannot_keep_blocks_the_poll_and_nothing_is_confirmed() throws Exception {
        var database = new CountDownLatch(1);
        polls(updates(5));
        polling.start(batch -> {
            database.await();
            keep(batch);
        });
        Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))));
        Eventually.waited(Duration.ofMillis(700));
        server.verify(1, postRequestedFor(urlPathMatching(POLLS)));
        passes(Duration.ofHours(1));
        Eventually.waited(Duration.ofMillis(2500));
        server.verify(1, postRequestedFor(urlPathMatching(POLLS)));
        database.countDown();
        Eventually.asserted(() -> assertThat(kept).contains(5L));
    }

    @Test
    void a_loop_that_died_is_started_anew_by_the_watchdog() {
        var calls = new AtomicInteger();
        polls(updates(5));
        polling.start(batch -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("ends the library's loop for good");
            }
            keep(batch);
        });
        Eventually.holds(() -> calls.get() == 1);
        Eventually.waited(Duration.ofMillis(500));
        assertThat(kept).isEmpty();
        passes(Duration.ofMinutes(5));
        Eventually.asserted(() -> assertThat(kept).contains(5L));
    }

    @Test
    void ids_that_begin_again_below_the_offset_are_received() {
        polls(updates(900_000_000));
        polling.start(this::keep);
        Eventually.asserted(() -> assertThat(kept).containsExactly(900_000_000L));
        polls(updates());
        Eventually.waited(Duration.ofMillis(300));
        polls(updates(1001));
        Eventually.asserted(() -> assertThat(kept).contains(1001L));
        Eventually.asserted(() -> server.verify(
                postRequestedFor(urlPathMatching(POLLS)).withRequestBody(matchingJsonPath("$[?(@.offset == 1002)]"))));
    }

    @Test
    void after_a_quiet_day_it_asks_from_the_first_unconfirmed_update() {
        polls(updates(900));
        polling.start(this::keep);
        Eventually.asserted(() -> assertThat(kept).contains(900L));
        polls(updates());
        Eventually.asserted(() -> server.verify(
                postRequestedFor(urlPathMatching(POLLS)).withRequestBody(matchingJsonPath("$[?(@.offset == 901)]"))));
        server.resetRequests();
        passes(Duration.ofHours(25));
        Eventually.asserted(() -> server.verify(
                postRequestedFor(urlPathMatching(POLLS)).withRequestBody(matchingJsonPath("$[?(@.offset == 1)]"))));
    }

    @Test
    void another_poller_is_noticed_once_and_polling_goes_on() {
        polls(error(409, "Conflict: terminated by other getUpdates request"));
        polling.start(this::keep);
        Eventually.holds(() -> conflicts.get() == 1);
        Eventually.waited(Duration.ofSeconds(2));
        assertThat(conflicts).hasValue(1);
        polls(updates(8));
        Eventually.asserted(() -> assertThat(kept).contains(8L));
    }

    @Test
    void a_pause_that_telegram_asks_for_is_kept() {
        polls(aResponse().withStatus(429).withBody("""
                        {"ok":false,"error_code":429,"description":"Too Many Requests",
                        "parameters":{"retry_after":30}}"""));
        polling.start(this::keep);
        Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))));
        Eventually.waited(Duration.ofSeconds(3));
        server.verify(1, postRequestedFor(urlPathMatching(POLLS)));
    }

    @Test
    void the_watchdog_lets_a_long_pause_be() {
        polls(aResponse().withStatus(429).withBody("""
                        {"ok":false,"error_code":429,"description":"Too Many Requests",
                        "parameters":{"retry_after":7200}}"""));
        polling.start(this::keep);
        Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))));
        passes(Duration.ofHours(1));
        Eventually.waited(Duration.ofMillis(2500));
        server.verify(1, postRequestedFor(urlPathMatching(POLLS)));
    }

    @Test
    void gateway_pages_and_cut_answers_end_nothing() {
        for (var faulty : List.of(
                aResponse().withStatus(502).withBody("<html>"),
                aResponse().withStatus(200).withBody("{\"ok\":tr"),
                error(401, "Unauthorized"))) {
            polls(faulty);
            polling.start(this::keep);
            Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))));
            polls(updates(8));
            Eventually.asserted(() -> assertThat(kept).contains(8L));
            polling.stop();
            kept.clear();
            server.resetRequests();
        }
    }

    @Test
    void once_stopped_nothing_is_kept_any_more_and_no_thread_is_left() {
        polling.start(this::keep);
        Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))));
        polling.stop();
        polls(updates(9));
        Eventually.waited(Duration.ofMillis(700));
        assertThat(kept).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("telegram-poll") || name.startsWith("telegram-watchdog"));
    }

    @Test
    void a_lost_lease_ends_the_loop_without_confirming() {
        polls(updates(5));
        Intake lost = batch -> {
            throw new Lease.Lost(new Lease("telegram", 1));
        };
        polling.start(lost);
        Eventually.asserted(() -> server.verify(postRequestedFor(urlPathMatching(POLLS))));
        Eventually.waited(Duration.ofMillis(700));
        server.verify(1, postRequestedFor(urlPathMatching(POLLS)));
    }

    private void keep(List<ReceivedUpdate> batch) {
        batch.forEach(update -> kept.add(update.updateId()));
    }

    private void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void polls(ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathMatching(POLLS)).willReturn(response));
    }

    /** Every answer waits a moment, as a long poll does. */
    private static ResponseDefinitionBuilder updates(long... ids) {
        var bodies = java.util.Arrays.stream(ids).mapToObj("""
                        {"update_id":%d,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},
                        "from":{"id":1,"is_bot":false,"first_name":"A"},"text":"x"}}"""::formatted).toList();
        return WireMock.okJson("{\"ok\":true,\"result\":[" + String.join(",", bodies) + "]}")
                .withFixedDelay(200);
    }

    private static ResponseDefinitionBuilder error(int code, String description) {
        return aResponse()
                .withStatus(code)
                .withBody("{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
    }
}
