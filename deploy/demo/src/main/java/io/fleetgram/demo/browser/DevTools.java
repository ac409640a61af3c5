package io.fleetgram.demo.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Commands to a browser and events from it, over the DevTools protocol. */
final class DevTools implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();

    DevTools(URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, new Incoming()).join();
    }

    static ObjectNode parameters() {
        return MAPPER.createObjectNode();
    }

    /** Listens to the events of one session. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    /**
     * Gives a command and waits for its result.
     *
     * @param session empty for the browser itself
     * @throws IllegalStateException if the browser refuses or says nothing for a minute
     */
    JsonNode call(String session, String method, ObjectNode parameters) throws InterruptedException {
        int id = lastId.incrementAndGet();
        var command = parameters().put("id", id).put("method", method);
        command.set("params", parameters);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        var unused = socket.sendText(command.toString(), true).whenComplete((sent, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the browser failed at " + method, failure);
        } finally {
            waiting.remove(id);
        }
    }

    private void receive(String text) {
        try {
            var message = MAPPER.readTree(text);
            var answer = waiting.get(message.path("id").asInt());
            if (answer == null) {
                var listener = listeners.get(message.path("sessionId").asText());
                if (listener != null) {
                    listener.accept(message.path("method").asText(), message.path("params"));
                }
            } else if (message.has("error")) {
                answer.completeExceptionally(
                        new IllegalStateException(message.path("error").toString()));
            } else {
                answer.complete(message.path("result"));
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the browser does not speak JSON: " + text, broken);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Incoming implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                var whole = partial.toString();
                partial.setLength(0);
                receive(whole);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            waiting.values().forEach(answer -> answer.completeExceptionally(failure));
        }
    }
}
