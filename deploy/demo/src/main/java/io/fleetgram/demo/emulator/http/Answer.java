package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.botapi.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param status 0 for no answer: the connection is cut
 * @param description of a refusal, else empty
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Answer(int status, String mediaType, Map<String, String> headers, byte[] body, String description) {

    private static final String JSON = "application/json";

    /** The Bot API's answer to a request that was done. */
    static Answer ok(JsonNode result) {
        var json = Json.object().put("ok", true);
        json.set("result", result);
        return json(200, json);
    }

    static Answer json(int status, JsonNode json) {
        return new Answer(status, JSON, Map.of(), bytes(json.toString()), "");
    }

    static Answer refused(Refusal refusal) {
        var json = Json.object()
                .put("ok", false)
                .put("error_code", refusal.code())
                .put("description", refusal.description());
        Map<String, String> headers = Map.of();
        if (refusal.retryAfter() > 0) {
            json.putObject("parameters").put("retry_after", refusal.retryAfter());
            headers = Map.of("Retry-After", Integer.toString(refusal.retryAfter()));
        }
        if (refusal.migrateTo() != 0) {
            json.putObject("parameters").put("migrate_to_chat_id", refusal.migrateTo());
        }
        return new Answer(refusal.code(), JSON, headers, bytes(json.toString()), refusal.description());
    }

    /** What a proxy says when the server behind it does not. */
    static Answer html(int status, String description) {
        var title = status + " " + description;
        var page = "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>";
        return new Answer(status, "text/html", Map.of(), bytes(page), description);
    }

    static Answer file(String mediaType, byte[] body) {
        return new Answer(200, mediaType, Map.of(), body, "");
    }

    static Answer cut() {
        return new Answer(0, JSON, Map.of(), new byte[0], "connection cut");
    }

    boolean isCut() {
        return status == 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
