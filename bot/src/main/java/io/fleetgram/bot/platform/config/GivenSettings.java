package io.fleetgram.bot.platform.config;

import io.fleetgram.shared.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The keys below {@code fleetgram} that somebody set, with what they are and where they stand. */
record GivenSettings(Map<ConfigurationPropertyName, Given> byName) {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("fleetgram");

    /** @param ofProcess whether it comes from the surroundings, where others may use names like ours */
    record Given(Object value, String where, boolean ofProcess) {}

    static GivenSettings in(ConfigurableEnvironment environment) {
        var given = new LinkedHashMap<ConfigurationPropertyName, Given>();
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource known) {
                known.stream().filter(OURS::isAncestorOf).forEach(name -> {
                    var property = known.getConfigurationProperty(name);
                    if (property != null && property.getValue() != null) {
                        var where = property.getOrigin() == null
                                ? "the settings"
                                : property.getOrigin().toString();
                        given.putIfAbsent(name, new Given(property.getValue(), where, ofProcess(known)));
                    }
                });
            }
        }
        return new GivenSettings(given);
    }

    private static boolean ofProcess(IterableConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> under
                && (under.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                        || under.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME));
    }

    /** Returns what was set of one key, which may be a list. */
    Map<String, Object> below(ConfigurationPropertyName key) {
        var values = new LinkedHashMap<String, Object>();
        byName.forEach((name, given) -> {
            if (name.equals(key) || key.isAncestorOf(name)) {
                values.put(name.toString(), given.value());
            }
        });
        return values;
    }

    /** Returns a line for each key that none of the records has. */
    List<String> unknown(List<SettingsRecord> records) {
        var known = records.stream()
                .flatMap(each -> each.settings().stream())
                .map(SettingsRecord.Key::name)
                .toList();
        var lines = new ArrayList<String>();
        byName.forEach((name, given) -> {
            if (!given.ofProcess() && known.stream().noneMatch(key -> key.equals(name) || key.isAncestorOf(name))) {
                lines.add("%s: there is no setting \"%s\"; %s".formatted(given.where(), name, advice(name, known)));
            }
        });
        return lines;
    }

    private static String advice(ConfigurationPropertyName name, List<ConfigurationPropertyName> known) {
        return NearestWord.to(
                        name.toString(),
                        known.stream().map(ConfigurationPropertyName::toString).toList())
                .map("did you mean \"%s\"?"::formatted)
                .orElse("docs/settings.md lists them all");
    }
}
