package io.fleetgram.parts.cache;

import io.fleetgram.parts.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** An executable script in the cache; another text is another entry, so one that is in use never changes. */
public record Launcher(String name, String text) {

    public Found<Path> in(PartsCache cache) {
        var digest = new CRC32();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return cache.obtain("%s-launcher-%08x".formatted(name, digest.getValue()), this::write)
                .map(directory -> directory.resolve(name));
    }

    private Optional<String> write(Path directory) throws java.io.IOException {
        var file = directory.resolve(name);
        Files.writeString(file, text);
        return file.toFile().setExecutable(true)
                ? Optional.empty()
                : Optional.of("could not make " + file + " executable");
    }
}
