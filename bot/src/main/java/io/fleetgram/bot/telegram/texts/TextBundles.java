package io.fleetgram.bot.telegram.texts;

import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.app.Languages;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every message in every language; what a language lacks is said in English. */
public final class TextBundles implements Languages {

    static final Locale ENGLISH = Locale.ENGLISH;

    private final Map<Locale, Map<String, String>> patterns;
    private final InstantSource time;

    public TextBundles(Map<Locale, Map<String, String>> patterns, InstantSource time) {
        this.patterns = Map.copyOf(patterns);
        this.time = time;
    }

    @Override
    public Texts of(Optional<String> language, Optional<String> zone) {
        return new ReaderTexts(this, language.map(this::locale).orElse(ENGLISH), zone(zone), time);
    }

    @Override
    public List<Locale> spoken() {
        return patterns.keySet().stream()
                .sorted(Comparator.comparing((Locale locale) -> !locale.equals(ENGLISH))
                        .thenComparing(Locale::toLanguageTag))
                .toList();
    }

    String pattern(Locale locale, String key) {
        var pattern = patterns.getOrDefault(locale, Map.of()).get(key);
        if (pattern == null && !locale.equals(ENGLISH)) {
            return pattern(ENGLISH, key);
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no message " + key);
        }
        return pattern;
    }

    Map<String, String> all(Locale locale) {
        return patterns.getOrDefault(locale, Map.of());
    }

    private Locale locale(String language) {
        var wanted = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return patterns.keySet().stream()
                .filter(locale -> locale.getLanguage().equals(wanted))
                .findFirst()
                .orElse(ENGLISH);
    }

    private static ZoneId zone(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
