package io.fleetgram.demo.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that start a Java program on the JDK that runs this one, small and quick to start. */
final class JavaCommand {

    private JavaCommand() {}

    /** A main class on this JVM's class path. */
    static List<String> main(Class<?> program, int heapMegabytes, List<String> arguments) {
        var words = java(heapMegabytes);
        words.addAll(List.of("-cp", classPath(), program.getName()));
        words.addAll(arguments);
        return words;
    }

    static List<String> jar(Path jar, int heapMegabytes, List<String> arguments) {
        var words = java(heapMegabytes);
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(arguments);
        return words;
    }

    /** The JDK's home, for programs that ask for it in {@code JAVA_HOME}. */
    static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    private static List<String> java(int heapMegabytes) {
        return new ArrayList<>(List.of(
                home().resolve("bin/java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heapMegabytes + "m"));
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
