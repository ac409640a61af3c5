package io.fleetgram.demo.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fleetgram.demo.emulator.botapi.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Serves an endpoint over HTTP; what goes wrong inside it is logged and answered with 500. */
record EndpointHandler(Endpoint endpoint) implements HttpHandler {
    private static final Logger LOG = System.getLogger(EndpointHandler.class.getName());

    /** One byte above the largest body a bot may send is read, so that a larger one is seen. */
    private static final int MOST_BYTES = BotApi.MOST_BYTES + 1;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var request = new WebRequest(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                            .orElse(""),
                    exchange.getRequestBody().readNBytes(MOST_BYTES));
            send(exchange, serve(request));
        }
    }

    private Answer serve(WebRequest request) {
        try {
            return endpoint.serve(request);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.cut();
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "the emulator failed at " + request.verb() + " " + request.path(), fault);
            var json = Json.object().put("ok", false).put("error_code", 500);
            return Answer.json(500, json.put("description", "Internal Server Error: " + fault));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.isCut()) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.mediaType());
        answer.headers().forEach(headers::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
