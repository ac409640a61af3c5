package io.fleetgram.agent.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What values a setting may have.
 *
 * @param description what is allowed, to end the sentence "must be …"
 * @param reader returns the value; empty if the text is not allowed
 */
public record Form<T>(String description, Function<String, Optional<T>> reader) {

    private static final Pattern DURATION = Pattern.compile("(?<number>[0-9]{1,9})(?<unit>ms|s|m|h)");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,200}\\.service");
    private static final String AUTO = "auto";
    private static final String NOTHING = "nothing";
    private static final String EVERY = "every";

    /** A number with one of the units ms, s, m, h. */
    public static Form<Duration> duration(String least, String most) {
        var from = duration(least).orElseThrow();
        var to = duration(most).orElseThrow();
        return new Form<>(
                "a duration from %s to %s".formatted(least, most),
                text -> duration(text).filter(value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0));
    }

    public static Form<Integer> number(int least, int most) {
        return new Form<>(
                "a number from %d to %d".formatted(least, most),
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,9}"))
                        .map(Integer::parseInt)
                        .filter(value -> value >= least && value <= most));
    }

    public static Form<Path> absolutePath() {
        return new Form<>("an absolute path", Form::absolute);
    }

    /** An absolute path, or the word {@code auto}, which reads as empty. */
    public static Form<Optional<Path>> absolutePathOrAuto() {
        return new Form<>("an absolute path or auto", text -> unless(AUTO, text, Form::absolute));
    }

    /** An absolute path, or the word {@code nothing}, which reads as empty. */
    public static Form<Optional<Path>> absolutePathOrNothing() {
        return new Form<>("an absolute path or nothing", text -> unless(NOTHING, text, Form::absolute));
    }

    /** The name of a systemd service. */
    public static Form<String> serviceName() {
        return new Form<>(
                "the name of a unit that ends in .service",
                text -> Optional.of(text).filter(name -> SERVICE.matcher(name).matches()));
    }

    /** An IPv4 or IPv6 address, or the word {@code every}, which reads as empty. */
    public static Form<Optional<String>> addressOrEvery() {
        return new Form<>(
                "an IP address or every",
                text -> unless(
                        EVERY,
                        text,
                        address -> Optional.of(address)
                                .filter(form -> ADDRESS.matcher(form).matches())));
    }

    private static <T> Optional<Optional<T>> unless(String word, String text, Function<String, Optional<T>> reader) {
        if (text.equals(word)) {
            return Optional.of(Optional.empty());
        }
        return reader.apply(text).flatMap(value -> Optional.of(Optional.of(value)));
    }

    /** One of the constants, in lower case and with hyphens. */
    public static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        var constants = type.getEnumConstants();
        var names = Arrays.stream(constants).map(Form::nameOf).toList();
        return new Form<>(
                "one of " + String.join(", ", names),
                text -> Arrays.stream(constants)
                        .filter(constant -> nameOf(constant).equals(text))
                        .findFirst());
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(match.group("number"));
        return Optional.of(
                switch (match.group("unit")) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
