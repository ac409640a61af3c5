package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Arguments;
import io.fleetgram.demo.emulator.botapi.Arguments.Upload;
import io.fleetgram.demo.emulator.botapi.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a request's arguments from its query and its body: JSON, a form, or parts. */
final class Bodies {
    private Bodies() {}

    /** The arguments, or nothing if the body is not what its content type says. */
    static Optional<Arguments> read(String query, String contentType, byte[] body) {
        Map<String, String> values = new LinkedHashMap<>(form(query));
        Map<String, Upload> files = new LinkedHashMap<>();
        var type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            var json = Json.parse(new String(body, StandardCharsets.UTF_8));
            if (body.length > 0 && !json.map(JsonNode::isObject).orElse(false)) {
                return Optional.empty();
            }
            json.ifPresent(object -> object.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    values.put(field.getKey(), text(field.getValue()));
                }
            }));
        } else if (type.startsWith("multipart/form-data")) {
            var parts = Multipart.read(contentType, body);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            for (var part : parts.get()) {
                if (part.fileName().isPresent()) {
                    files.put(part.name(), new Upload(part.fileName().get(), part.mediaType(), part.content()));
                } else {
                    values.put(part.name(), new String(part.content(), StandardCharsets.UTF_8));
                }
            }
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            values.putAll(form(new String(body, StandardCharsets.UTF_8)));
        }
        return Optional.of(new Arguments(values, files));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Decodes {@code a=1&b=2}. */
    static Map<String, String> form(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (var pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                values.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return values;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }
}
