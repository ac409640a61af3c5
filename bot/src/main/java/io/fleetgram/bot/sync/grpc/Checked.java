package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks of single fields at the edge; what does not pass ends the call with INVALID_REQUEST and the field's name. */
final class Checked {

    /** Unix milliseconds up to the year 9999. */
    private static final long LAST_MILLIS = 253_402_300_799_999L;

    private Checked() {}

    static byte[] bytes(String field, ByteString value, int length) {
        if (value.size() != length) {
            throw invalid("%s has %d bytes, not %d".formatted(field, length, value.size()));
        }
        return value.toByteArray();
    }

    static byte[] atMost(String field, ByteString value, int most) {
        if (value.isEmpty() || value.size() > most) {
            throw invalid("%s has 1 to %d bytes, not %d".formatted(field, most, value.size()));
        }
        return value.toByteArray();
    }

    static String text(String field, String value, int most) {
        if (value.isEmpty() || value.length() > most) {
            throw invalid("%s has 1 to %d characters, not %d".formatted(field, most, value.length()));
        }
        return value;
    }

    static int count(String field, int value, int most) {
        if (value > most) {
            throw invalid("%s has at most %d elements, not %d".formatted(field, most, value));
        }
        return value;
    }

    /** An unsigned number that fits a signed one. */
    static long number(String field, long value) {
        return number(field, value, Long.MAX_VALUE);
    }

    static long number(String field, long value, long most) {
        if (value < 0 || value > most) {
            throw invalid("%s is a number from 0 to %d".formatted(field, most));
        }
        return value;
    }

    /** Zero means that there is no such moment. */
    static Optional<Instant> moment(String field, long millis) {
        number(field, millis, LAST_MILLIS);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Text to show to people, from whatever source: one line of printable characters, cut to a length. */
    static String shown(String value, int most) {
        var line = value.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return line.length() <= most ? line : line.substring(0, line.offsetByCodePoints(0, fitting(line, most)));
    }

    /** As {@link #shown}, but with its line ends. */
    static String shownLines(String value, int most) {
        var lines = value.lines().map(line -> shown(line, most)).collect(Collectors.joining("\n"));
        return lines.length() <= most ? lines : lines.substring(0, lines.offsetByCodePoints(0, fitting(lines, most)));
    }

    private static int fitting(String line, int most) {
        int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return line.codePointCount(0, end);
    }

    static CallRefused invalid(String why) {
        return new CallRefused(AgentError.INVALID_REQUEST, why);
    }
}
