package io.fleetgram.demo.emulator.http;

import io.fleetgram.demo.emulator.botapi.Arguments;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Bot API requests of late, for checks of what a bot really sent; used only in a turn of the world. */
final class Requests {
    private static final int KEPT = 10_000;

    /** An uploaded part, without its bytes. */
    record FileNote(String name, String mediaType, int size) {}

    /**
     * A request that was answered, or cut.
     *
     * @param at Unix milliseconds when it was finished
     * @param method as it was written in the address
     * @param status of the answer; 0 if the connection was cut
     * @param description of a refusal, else empty
     */
    record Entry(
            long number,
            long at,
            String method,
            String contentType,
            Map<String, String> arguments,
            Map<String, FileNote> files,
            int status,
            String description) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    Entry add(long at, String method, String contentType, Arguments arguments, Answer answer) {
        var files = arguments.files().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> new FileNote(
                                part.getValue().fileName(),
                                part.getValue().mediaType(),
                                part.getValue().content().length)));
        var entry = new Entry(
                ++last, at, method, contentType, arguments.values(), files, answer.status(), answer.description());
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
        return entry;
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    void clear() {
        entries.clear();
    }
}
