package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.Launcher;
import io.fleetgram.parts.cache.PartsCache;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The executable file of the simulated core: a line of shell that starts {@link SimulatedCoreMain} on this JVM's class path. */
final class SimulatedCore {

    private SimulatedCore() {}

    static Found<CoreBinary> find(PartsCache cache) {
        var text = """
                #!/bin/sh
                exec '%s' -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED \\
                  --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx96m -Xshare:auto \\
                  -cp '%s' %s "$@"
                """.formatted(java(), classPath(), SimulatedCoreMain.class.getName());
        return new Launcher("simulated-core", text)
                .in(cache)
                .map(launcher -> CoreBinary.at(CoreKind.SIMULATED, launcher, SimulatedCoreMain.VERSION));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Under surefire the JVM's own class path is a file that goes away with it; the true one is in a property. */
    private static String classPath() {
        var path = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
