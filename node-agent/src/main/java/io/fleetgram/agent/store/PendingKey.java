package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.shared.pki.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;

/**
 * The key pair that a certificate was asked for, on disk before it is asked for.
 *
 * <p>If the answer is lost, the same key asks again and gets its certificate again.
 */
public final class PendingKey {

    private PendingKey() {}

    /** Returns the key whose certificate is still owed, or makes and stores a new one. */
    public static KeyPair loadOrCreate(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            var text = Files.readString(file, StandardCharsets.US_ASCII);
            try {
                var keys = new KeyPair(
                        publicKey(text),
                        KeyPairs.privateKey(Pem.decode(Pem.PRIVATE_KEY, text).getFirst()));
                if (KeyPairs.match(keys)) {
                    return keys;
                }
            } catch (InvalidKeyException | InvalidKeySpecException | RuntimeException damaged) {
                System.getLogger(PendingKey.class.getName())
                        .log(System.Logger.Level.WARNING, "{0} cannot be read; a new key is made", file);
            }
        }
        return create(file, random);
    }

    private static KeyPair create(Path file, SecureRandom random) throws IOException {
        var keys = KeyPairs.generate(random);
        var text = Pem.encode(Pem.PRIVATE_KEY, keys.getPrivate().getEncoded())
                + Pem.encode(Pem.PUBLIC_KEY, keys.getPublic().getEncoded());
        AtomicFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
        return keys;
    }

    private static java.security.PublicKey publicKey(String text) throws InvalidKeySpecException {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(
                            Pem.decode(Pem.PUBLIC_KEY, text).getFirst()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has EC", impossible);
        }
    }
}
