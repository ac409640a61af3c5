package io.fleetgram.bot.security.crypto;

import io.fleetgram.bot.security.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under a master key.
 *
 * <p>Sealed bytes are a format number (1), the 4-byte id of the key, a random 12-byte nonce, and the ciphertext with its
 * 16-byte tag. The purpose, the format and the key's id are authenticated with it. New secrets are sealed with the current
 * key; those sealed with a former one still open, so a key is rotated by sealing everything again at leisure.
 */
public final class AesGcmSealer implements Sealer {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = 1 + MasterKey.ID_BYTES + NONCE_BYTES;

    private final MasterKey current;
    private final List<MasterKey> all;
    private final SecureRandom random;

    AesGcmSealer(MasterKey current, List<MasterKey> former, SecureRandom random) {
        this.current = current;
        this.all = Stream.concat(Stream.of(current), former.stream()).toList();
        this.random = random;
    }

    /**
     * Returns a sealer for keys in Base64, 32 bytes each.
     *
     * @param former keys that still open what was sealed with them
     */
    public static AesGcmSealer of(String current, List<String> former, SecureRandom random) {
        return new AesGcmSealer(
                MasterKey.parse(current), former.stream().map(MasterKey::parse).toList(), random);
    }

    @Override
    public byte[] seal(String purpose, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, purpose);
            return ByteBuffer.allocate(HEADER_BYTES + secret.length + TAG_BYTES)
                    .put(FORMAT)
                    .put(current.id())
                    .put(nonce)
                    .put(cipher.doFinal(secret))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a secret for " + purpose, e);
        }
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("what should be a sealed secret for " + purpose + " is not one");
        }
        var bytes = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] id = new byte[MasterKey.ID_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(id).get(nonce);
        byte[] ciphertext = new byte[bytes.remaining()];
        bytes.get(ciphertext);
        try {
            return cipher(Cipher.DECRYPT_MODE, key(id, purpose), nonce, purpose).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "a sealed secret for " + purpose + " was changed, or sealed for another purpose", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open a sealed secret for " + purpose, e);
        }
    }

    private MasterKey key(byte[] id, String purpose) {
        return all.stream()
                .filter(key -> key.hasId(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "a secret for " + purpose
                                        + " was sealed with a master key that is not set; add it to fleetgram.security.former-master-keys"));
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(new byte[] {FORMAT});
        cipher.updateAAD(key.id());
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
