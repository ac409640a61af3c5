package io.fleetgram.agent.settings;

import io.fleetgram.shared.NearestWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads settings from a properties file, then from environment variables, then from flags; the later wins.
 *
 * <p>What cannot be understood is refused, never passed over: a misspelt key would otherwise look as if it worked.
 */
public final class SettingsReader {

    /** What reading led to. */
    public sealed interface Reading {

        /** {@code effective} says of each setting, in the order of the documentation, where it comes from. */
        record Read(AgentSettings settings, List<EffectiveSetting> effective) implements Reading {}

        /** One line for each fault: what, where, and what to do. */
        record Faulty(List<String> faults) implements Reading {}
    }

    /** The file that is read when it exists and no other is named. */
    public static final Path STANDARD_FILE = Path.of("/etc/fleetgram-agent/agent.properties");

    private static final String PREFIX = "FLEETGRAM_AGENT_";

    private SettingsReader() {}

    /**
     * Reads all sources.
     *
     * @param file a file that was named, and so must exist
     * @param flags by key
     */
    public static Reading read(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        var values = new Values();
        var faults = new ArrayList<String>();
        file.or(() -> Optional.of(STANDARD_FILE).filter(Files::exists))
                .ifPresent(named -> readFile(named, values, faults));
        readVariables(environment, values, faults);
        flags.forEach((key, text) -> values.give(key, text, "flag --" + key));
        faults.addAll(values.unknown());
        AgentSettings.ALL.forEach(setting -> values.fault(setting).ifPresent(faults::add));
        return faults.isEmpty()
                ? new Reading.Read(
                        AgentSettings.of(values),
                        AgentSettings.ALL.stream().map(values::effective).toList())
                : new Reading.Faulty(List.copyOf(faults));
    }

    private static void readFile(Path file, Values values, List<String> faults) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            faults.add("%s: the settings cannot be read (%s); check the path and its permissions".formatted(file, e));
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> values.give(key, properties.getProperty(key), file.toString()));
    }

    /** Returns what to do about a name that does not exist, to end a sentence. */
    static String advice(String name, List<String> known) {
        return NearestWord.to(name, known)
                .map("did you mean \"%s\"?"::formatted)
                .orElse("\"fleetgram-agent help\" lists them all");
    }

    private static void readVariables(Map<String, String> environment, Values values, List<String> faults) {
        for (var variable : environment.keySet().stream().sorted().toList()) {
            if (variable.startsWith(PREFIX)) {
                var setting = AgentSettings.ALL.stream()
                        .filter(known -> known.variable().equals(variable))
                        .findFirst();
                if (setting.isPresent()) {
                    values.give(
                            setting.get().key(),
                            environment.getOrDefault(variable, ""),
                            "environment variable " + variable);
                } else {
                    faults.add("environment variable %s: there is no such setting; %s"
                            .formatted(
                                    variable,
                                    advice(
                                            variable,
                                            AgentSettings.ALL.stream()
                                                    .map(Setting::variable)
                                                    .toList())));
                }
            }
        }
    }
}
