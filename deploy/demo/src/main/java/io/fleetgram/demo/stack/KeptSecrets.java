package io.fleetgram.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets made at the first run and kept in the data directory, readable by its owner alone. */
final class KeptSecrets {

    private KeptSecrets() {}

    /** The Base64 form of 32 random bytes. */
    static String masterKey(Path data) {
        var file = data.resolve("master-key");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the master key in " + file, e);
        }
    }
}
