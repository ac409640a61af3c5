package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.NodeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The token whose hash was handed to the controller, on disk before it was: after a lost answer the same one asks again. */
public final class PendingToken {

    private PendingToken() {}

    /** Returns the token that is not in use yet, or makes and stores a new one. */
    public static NodeToken loadOrCreate(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            var kept = NodeToken.parse(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            if (kept.isPresent()) {
                return kept.get();
            }
            System.getLogger(PendingToken.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} cannot be read; a new token is made", file);
        }
        var made = NodeToken.random(random);
        AtomicFile.write(file, made.secret().getBytes(StandardCharsets.US_ASCII));
        return made;
    }
}
