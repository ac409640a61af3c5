package io.fleetgram.demo.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to an emulator's user side over HTTP; {@code docs/emulator.md} lists the addresses. */
public final class UserSide {

    /** The emulator's answer. */
    public record Reply(int status, JsonNode json) {
        public boolean isDone() {
            return status == 200;
        }

        public String error() {
            return json.path("error").asText();
        }
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI emulator;

    public UserSide(URI emulator) {
        this.emulator = emulator;
    }

    public Reply get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(emulator.resolve(path)).GET());
    }

    public Reply post(String path, JsonNode body) throws InterruptedException {
        return send(HttpRequest.newBuilder(emulator.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    public Reply delete(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(emulator.resolve(path)).DELETE());
    }

    public byte[] bytes(String path) throws InterruptedException {
        return exchange(HttpRequest.newBuilder(emulator.resolve(path)).GET()).body();
    }

    private Reply send(HttpRequest.Builder request) throws InterruptedException {
        var response = exchange(request);
        var text = new String(response.body(), StandardCharsets.UTF_8);
        return new Reply(response.statusCode(), Json.parse(text).orElseGet(Json::object));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws InterruptedException {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(90)).build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
