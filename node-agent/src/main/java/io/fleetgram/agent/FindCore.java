package io.fleetgram.agent;

import io.fleetgram.agent.settings.AgentSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a core's program where programs are. */
final class FindCore {

    private static final List<String> NAMES = List.of("xray", "v2ray");
    private static final List<String> MORE = List.of("/usr/local/bin", "/usr/bin", "/opt/fleetgram-agent/core");

    private FindCore() {}

    /** Returns the program that the settings name, or else the one that is found. */
    static Optional<Path> of(AgentSettings settings) {
        return settings.coreExecutable().or(() -> on(System.getenv().getOrDefault("PATH", "")));
    }

    /** Returns the first Xray on the path, else the first V2Ray; empty if there is neither. */
    static Optional<Path> on(String path) {
        var directories = Stream.concat(Stream.of(path.split(File.pathSeparator)), MORE.stream())
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(Path::toAbsolutePath);
    }
}
