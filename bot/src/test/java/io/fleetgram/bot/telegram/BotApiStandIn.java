package io.fleetgram.bot.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Bot API server of a few lines for the tests of the kit: it delivers updates as Telegram does, answers every other
 * method with what it made, and remembers every call.
 */
public final class BotApiStandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A call that was made, with its JSON body, or the raw text of a multipart body under {@code raw}. */
    public record Call(String method, JsonNode body) {
        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** An answer instead of the usual one. */
    public record Answer(int status, String body) {}

    private final HttpServer server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Map<Long, String> updates = new LinkedHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private long nextMessage = 100;
    private volatile Function<Call, @Nullable Answer> fault = call -> null;

    public BotApiStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers calls with this instead, where it returns something. */
    public void fault(Function<Call, @Nullable Answer> wanted) {
        fault = wanted;
    }

    public List<Call> calls(String method) {
        return calls.stream()
                .filter(call -> call.method().equalsIgnoreCase(method))
                .toList();
    }

    /** Everything that changed what a person sees: sends and edits. */
    public List<Call> shown() {
        return calls.stream()
                .filter(call ->
                        call.method().startsWith("send") || call.method().startsWith("editmessaget"))
                .toList();
    }

    /** The text that was shown last, or nothing. */
    public String lastText() {
        var all = shown();
        return all.isEmpty() ? "" : all.getLast().text("text");
    }

    public void write(long updateId, long person, String text) {
        deliver(updateId, """
                {"update_id":%d,"message":{"message_id":%d,"date":1700000000,"chat":{"id":%d,"type":"private"},
                "from":{"id":%d,"is_bot":false,"first_name":"P","language_code":"en"},"text":%s}}""".formatted(updateId, updateId, person, person, JSON.writeValueAsString(text)));
    }

    public void tap(long updateId, long person, long messageId, String data) {
        deliver(updateId, tapBody(updateId, person, messageId, data));
    }

    /** A tap as Telegram describes it. */
    public static String tapBody(long updateId, long person, long messageId, String data) {
        return """
                {"update_id":%d,"callback_query":{"id":"c%d","chat_instance":"1","data":%s,
                "from":{"id":%d,"is_bot":false,"first_name":"P","language_code":"en"},
                "message":{"message_id":%d,"date":1700000000,"chat":{"id":%d,"type":"private"},"text":"x"}}}""".formatted(updateId, updateId, JSON.writeValueAsString(data), person, messageId, person);
    }

    public void deliver(long updateId, String update) {
        lock.lock();
        try {
            updates.put(updateId, update);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Updates that no poll has confirmed. */
    public int unconfirmed() {
        lock.lock();
        try {
            return updates.size();
        } finally {
            lock.unlock();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
        var raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        var call = new Call(
                method,
                type.startsWith("application/json")
                        ? JSON.readTree(raw)
                        : JSON.createObjectNode().put("raw", raw));
        calls.add(call);
        var faulty = fault.apply(call);
        var answer = faulty != null ? faulty : new Answer(200, usual(call));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String usual(Call call) {
        return switch (call.method()) {
            case "getupdates" -> "{\"ok\":true,\"result\":[" + String.join(",", poll(call.body())) + "]}";
            case "sendmessage", "sendphoto" -> message(made());
            case "editmessagetext", "editmessagemedia", "editmessagereplymarkup" ->
                message(call.body().path("message_id").asLong(1));
            default -> "{\"ok\":true,\"result\":true}";
        };
    }

    private List<String> poll(JsonNode body) {
        long offset = body.path("offset").asLong();
        lock.lock();
        try {
            // An offset beyond everything that waits is answered from the first that waits, as Telegram does.
            if (updates.containsKey(offset - 1) || updates.keySet().stream().anyMatch(id -> id >= offset)) {
                updates.keySet().removeIf(id -> id < offset);
            }
            long left = TimeUnit.MILLISECONDS.toNanos(500);
            while (updates.isEmpty() && left > 0) {
                left = added.awaitNanos(left);
            }
            return new ArrayList<>(updates.values());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private synchronized long made() {
        return ++nextMessage;
    }

    private static String message(long id) {
        return "{\"ok\":true,\"result\":{\"message_id\":%d,\"date\":1700000000,\"chat\":{\"id\":1,\"type\":\"private\"}}}"
                .formatted(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
