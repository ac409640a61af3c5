package io.fleetgram.bot.telegram.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads {@code texts/<feature>.properties} (English) and {@code texts/<feature>_<language>.properties}, in UTF-8, from
 * the class path. Keys begin with the feature's name.
 */
public final class BundleFiles {

    private static final Pattern NAME = Pattern.compile("([a-z]+)(?:_([a-z]{2}))?\\.properties");

    private BundleFiles() {}

    /**
     * Reads every bundle.
     *
     * @throws IllegalStateException if a file's name or a key is not of the form above, or two files have one key
     */
    public static Map<Locale, Map<String, String>> read() {
        try {
            var patterns = new HashMap<Locale, Map<String, String>>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*.properties")) {
                read(file, patterns);
            }
            return patterns;
        } catch (IOException e) {
            throw new UncheckedIOException("The message bundles cannot be read.", e);
        }
    }

    private static void read(Resource file, Map<Locale, Map<String, String>> patterns) throws IOException {
        var name = NAME.matcher(String.valueOf(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("texts/" + file.getFilename() + " is not named <feature>_<language>");
        }
        var language = name.group(2);
        var locale = language == null ? TextBundles.ENGLISH : Locale.forLanguageTag(language);
        var mine = patterns.computeIfAbsent(locale, unused -> new HashMap<>());
        var read = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        for (var key : read.stringPropertyNames()) {
            if (!key.startsWith(name.group(1) + ".") || mine.put(key, read.getProperty(key)) != null) {
                throw new IllegalStateException("texts/" + file.getFilename() + ": the key " + key
                        + " does not begin with the file's name, or is there twice");
            }
        }
    }
}
