package io.fleetgram.demo.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Event;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.userside.ChatViews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Serves {@code GET /emulator/events}: a stream of server-sent events to a page, a long poll to a program. */
final class EventHandler implements HttpHandler {
    private static final int LONGEST_WAIT = 60;
    private static final int KEEP_ALIVE = 15;

    private final World world;
    private final ChatViews views;
    private final HttpHandler polled;

    EventHandler(World world) {
        this.world = world;
        this.views = new ChatViews(world);
        this.polled = new EndpointHandler(request -> batch(
                        request.parameter("after").flatMap(EventHandler::number),
                        request.parameter("wait")
                                .flatMap(EventHandler::number)
                                .map(seconds -> Math.min(seconds, LONGEST_WAIT))
                                .orElse(25L))
                .answer());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                .orElse("");
        if (accept.contains("text/event-stream")) {
            stream(exchange);
        } else {
            polled.handle(exchange);
        }
    }

    private record Batch(long last, Answer answer) {}

    /** Events after a number; without one, from now on. A reader who has missed some is told to look anew. */
    private Batch batch(Optional<Long> after, long waitSeconds) throws InterruptedException {
        return world.turn(() -> {
            long from = after.orElseGet(() -> world.feed().last());
            boolean reset = !world.feed().reachesBackTo(from);
            var events = reset ? List.<Event>of() : world.feed().await(from, TimeUnit.SECONDS.toNanos(waitSeconds));
            var json = Json.object().put("last", world.feed().last()).put("reset", reset);
            var list = json.putArray("events");
            events.forEach(event -> list.add(views.event(event)));
            return new Batch(world.feed().last(), Answer.json(200, json));
        });
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            var request = Bodies.form(
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
            Optional<Long> from = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                    .or(() -> Optional.ofNullable(request.get("after")))
                    .flatMap(EventHandler::number);
            var out = exchange.getResponseBody();
            while (!Thread.currentThread().isInterrupted()) {
                var batch = batch(from, from.isEmpty() ? 0 : KEEP_ALIVE);
                from = Optional.of(batch.last());
                out.write(("id: " + batch.last() + "\ndata: ").getBytes(StandardCharsets.UTF_8));
                out.write(batch.answer().body());
                out.write("\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
