package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request's arguments, all of them text as on the real server, where JSON values are taken by their JSON text.
 *
 * @param files uploaded parts by name
 */
public record Arguments(Map<String, String> values, Map<String, Upload> files) {

    /** An uploaded part. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Upload(String fileName, String mediaType, byte[] content) {}

    private static final Pattern NUMBER = Pattern.compile("\\s*(-?\\d{1,18})");

    public Arguments {
        values = Map.copyOf(values);
        files = Map.copyOf(files);
    }

    /** The text, empty if the argument is missing. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The leading number of the text, or 0. */
    public long number(String name) {
        var match = NUMBER.matcher(text(name));
        return match.lookingAt() ? Long.parseLong(match.group(1)) : 0;
    }

    /** The leading number if the argument is there, else {@code otherwise}; forced into the range. */
    public int number(String name, int otherwise, int least, int most) {
        return text(name).isEmpty() ? otherwise : Math.clamp(number(name), least, most);
    }

    public boolean flag(String name) {
        return switch (text(name).strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            default -> false;
        };
    }

    /** The argument's JSON; nothing if it is missing or is no JSON. */
    public Optional<JsonNode> json(String name) {
        return Json.parse(text(name));
    }
}
