package io.fleetgram.bot.telegram.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every key in the code is in the bundles, every key in the bundles is in the code, in every language. */
class TextKeysTest {

    private static final Map<Locale, Map<String, String>> BUNDLES = BundleFiles.read();
    private static final Map<String, String> ENGLISH = BUNDLES.getOrDefault(Locale.ENGLISH, Map.of());

    /** Named by the registry of commands instead of by a literal. */
    private static final String COMMANDS = "commands.";

    @Test
    void every_key_that_the_code_names_is_there() throws IOException {
        assertThat(literals().stream().filter(literal -> !covers(literal)).toList())
                .as("keys without a message")
                .isEmpty();
    }

    @Test
    void every_message_is_used() throws IOException {
        var literals = literals();
        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> !key.startsWith(COMMANDS))
                        .filter(key -> literals.stream()
                                .noneMatch(literal ->
                                        literal.equals(key) || (literal.endsWith(".") && key.startsWith(literal))))
                        .toList())
                .as("messages that nobody uses")
                .isEmpty();
    }

    @Test
    void every_pattern_can_be_read_and_takes_the_same_arguments_in_every_language() {
        BUNDLES.forEach((locale, patterns) -> patterns.forEach((key, pattern) -> {
            var here = new MessageFormat(pattern, ULocale.forLocale(locale));
            var english = new MessageFormat(ENGLISH.getOrDefault(key, ""), ULocale.ENGLISH);
            assertThat(here.getArgumentNames()).as(locale + " " + key).isEqualTo(english.getArgumentNames());
        }));
    }

    @Test
    void every_language_has_every_message() {
        BUNDLES.forEach((locale, patterns) ->
                assertThat(patterns.keySet()).as(locale.toString()).isEqualTo(ENGLISH.keySet()));
    }

    private static boolean covers(String literal) {
        return literal.endsWith(".")
                ? ENGLISH.keySet().stream().anyMatch(key -> key.startsWith(literal))
                : ENGLISH.containsKey(literal);
    }

    /** String literals of the main code that look like a key of some bundle; one that ends in a dot begins keys. */
    private static Set<String> literals() throws IOException {
        var bundles = ENGLISH.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        var literal = Pattern.compile("\"((?:" + String.join("|", bundles) + ")\\.[a-z0-9.-]*)\"");
        var found = new TreeSet<String>();
        try (var files =
                Files.walk(Path.of(System.getProperty("fleetgram.root", ".."), "bot", "src", "main", "java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !key.endsWith(".png"))
                        .forEach(found::add);
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
