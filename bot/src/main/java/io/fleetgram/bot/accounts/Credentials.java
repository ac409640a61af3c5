package io.fleetgram.bot.accounts;

import io.fleetgram.bot.platform.RandomKeys;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a proxy client proves itself with. Its text never shows the secrets.
 *
 * @param uuid for protocols that know users by UUID
 * @param password for protocols that know them by password
 */
public record Credentials(UUID uuid, String password) {

    private static final int UUID_BYTES = 16;

    /** RFC 9562, section 4: the four bits of the version, and the two of the variant. */
    private static final long VERSION_MASK = 0xF000L;

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT_RFC_9562 = 0x8000_0000_0000_0000L;

    /** Bytes 6 and 7, which VLESS servers ignore. */
    private static final long IGNORED_BYTES = 0xFFFFL;

    public static Credentials random(RandomKeys random) {
        var bytes = ByteBuffer.wrap(random.bytes(UUID_BYTES));
        long high = (bytes.getLong() & ~VERSION_MASK) | VERSION_4;
        long low = (bytes.getLong() & ~VARIANT_MASK) | VARIANT_RFC_9562;
        return new Credentials(new UUID(high, low), random.token());
    }

    /**
     * Returns 16 bytes that two accounts must never share: the UUID without its bytes 6 and 7. Xray keeps routing data in
     * those two and looks users up without them.
     */
    public byte[] fingerprint() {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits() & ~IGNORED_BYTES)
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
