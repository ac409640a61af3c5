package io.fleetgram.bot.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.platform.config.SettingsRecord.Key;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The controller's part of docs/settings.md, made from the settings records and their comments. */
class SettingsPageTest {

    private static final Path ROOT = Path.of(System.getProperty("fleetgram.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs").resolve("settings.md");
    private static final String BEGIN = "<!-- controller: made from the code -->\n";
    private static final String END = "<!-- end of controller -->\n";

    /** A range, such as {@code 1 to 50 s} or {@code 0 to 65535}. */
    private static final Pattern RANGE = Pattern.compile("\\d+ ?[a-z]* to \\d+");

    @Test
    void the_page_has_every_key_with_its_default_its_range_and_what_it_means() throws IOException {
        var text = Files.readString(PAGE);
        if (Boolean.getBoolean("renew")) {
            Files.writeString(
                    PAGE,
                    text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                            + markdown()
                            + text.substring(text.indexOf(END)));
        }
        assertThat(Files.readString(PAGE))
                .as("docs/settings.md; -Drenew=true renews it")
                .contains(BEGIN + markdown() + END);
    }

    @Test
    void every_key_says_what_it_means_and_every_number_and_duration_its_range() throws IOException {
        var wanting = new ArrayList<String>();
        for (var each : SettingsRecord.all()) {
            var meanings = meanings(each);
            for (var key : each.settings()) {
                var meaning = Optional.ofNullable(meanings.get(key.component().getName()));
                if (meaning.isEmpty()) {
                    wanting.add(key.name() + " has no @param in " + each.type().getSimpleName());
                } else if (isMeasured(key.component().getType())
                        && !RANGE.matcher(meaning.get()).find()) {
                    wanting.add(key.name() + " does not say its range: " + meaning.get());
                }
            }
        }
        assertThat(wanting).isEmpty();
    }

    private static String markdown() throws IOException {
        var page = new StringBuilder("""
                ## The controller

                Read from `application.yaml` or `application.properties` in the working directory or in `config/` below it, then from
                environment variables, then from flags (`--key=value`); the later wins. The name of a variable is that of the key in
                capitals, without hyphens and with `_` for each dot. A key below `fleetgram` that is not in this list is refused in
                files and flags. Durations are a number and `ms`, `s`, `m`, `h` or `d`. Every fault is told in a line of its own
                before anything starts.

                | key | default | form | meaning |
                |---|---|---|---|
                """);
        var rows = new TreeMap<String, String>();
        for (var each : SettingsRecord.all()) {
            var meanings = meanings(each);
            for (var key : each.settings()) {
                rows.put(
                        key.name().toString(),
                        row(key, meanings.getOrDefault(key.component().getName(), "")));
            }
        }
        rows.values().forEach(page::append);
        return page.toString();
    }

    private static String row(Key key, String meaning) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(key.name(), standard(key), form(key.component().getType()), sentence(meaning));
    }

    private static String standard(Key key) {
        var record = key.component().getDeclaringRecord();
        var constructor = Arrays.stream(record.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == record.getRecordComponents().length)
                .findFirst()
                .orElseThrow();
        var value = Arrays.stream(constructor.getParameters())
                .filter(parameter -> parameter.getName().equals(key.component().getName()))
                .findFirst()
                .orElseThrow()
                .getAnnotation(DefaultValue.class);
        return value == null || String.join("", value.value()).isEmpty()
                ? "none"
                : "`" + String.join(", ", value.value()) + "`";
    }

    private static String form(Class<?> type) {
        if (type.equals(Duration.class)) {
            return "duration";
        }
        if (type.equals(int.class) || type.equals(long.class)) {
            return "number";
        }
        if (type.equals(boolean.class)) {
            return "true or false";
        }
        if (type.equals(URI.class)) {
            return "address";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "text";
    }

    private static boolean isMeasured(Class<?> type) {
        return List.of("duration", "number").contains(form(type));
    }

    private static String sentence(String meaning) {
        return meaning.isEmpty() ? "" : Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
    }

    /** The record's @param comments by component, each on one line and in Markdown. */
    private static Map<String, String> meanings(SettingsRecord each) throws IOException {
        var file =
                ROOT.resolve("bot/src/main/java").resolve(each.type().getName().replace('.', '/') + ".java");
        var text = Files.readString(file);
        var comment = text.substring(text.indexOf("/**"), text.indexOf("*/"))
                .replaceAll("(?m)^ *\\*? ?", "")
                .strip();
        var meanings = new TreeMap<String, String>();
        for (var part : comment.split("@param ", -1)) {
            int blank = part.indexOf(' ');
            if (!part.startsWith("/**") && blank > 0) {
                meanings.put(
                        part.substring(0, blank),
                        part.substring(blank)
                                .replaceAll("\\s+", " ")
                                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                                .strip());
            }
        }
        return meanings;
    }
}
