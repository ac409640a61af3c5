package io.fleetgram.demo.emulator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How an emulator is to be.
 *
 * @param port on loopback; 0 picks a free one
 * @param token the bot's, {@code <id>:<secret>}
 * @param data where the state is kept between runs, or nowhere
 * @param people who is there from the start
 */
public record EmulatorSettings(int port, String token, Optional<Path> data, List<Newcomer> people, InstantSource time) {

    /** The token unless another is set. */
    public static final String DEFAULT_TOKEN = "424242:demo-token-for-the-emulator-only";

    /** Somebody to add; id 0 picks one. */
    public record Newcomer(long id, String name) {

        /** Reads {@code NAME} or {@code NAME:ID}. */
        static Newcomer parse(String text) {
            var parts = text.split(":", 2);
            return new Newcomer(parts.length > 1 ? Long.parseLong(parts[1].strip()) : 0, parts[0].strip());
        }
    }

    public EmulatorSettings {
        people = List.copyOf(people);
        if (!token.matches("[1-9]\\d{0,15}:[\\w-]{1,60}")) {
            throw new IllegalArgumentException("a bot token reads <id>:<secret>, not " + token);
        }
    }

    /** For tests: any port, nothing kept, nobody there. */
    public static EmulatorSettings forTests() {
        return new EmulatorSettings(0, DEFAULT_TOKEN, Optional.empty(), List.of(), InstantSource.system());
    }

    public EmulatorSettings withTime(InstantSource newTime) {
        return new EmulatorSettings(port, token, data, people, newTime);
    }

    public EmulatorSettings withData(Path newData) {
        return new EmulatorSettings(port, token, Optional.of(newData), people, time);
    }

    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }
}
