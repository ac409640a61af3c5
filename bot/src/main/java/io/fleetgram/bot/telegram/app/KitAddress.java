package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** The addresses of the kit's own buttons. */
final class KitAddress {

    /** Agrees to what was asked; the argument is a confirmation token. */
    static final String AGREE = "ok";

    /** Answers a dialog's question; the arguments are the step and the digest of a choice. */
    static final String SAY = "say";

    /** Leads to a dialog's question before this one. */
    static final String STEP_BACK = "stepback";

    /** Ends the dialog. */
    static final String CANCEL = "cancel";

    static final Set<String> NAMES = Set.of(AGREE, SAY, STEP_BACK, CANCEL);

    private static final int DIGEST_BYTES = 6;

    private KitAddress() {}

    static Address agree(String token) {
        return Address.of(AGREE, token);
    }

    /** A choice is named by its value's digest: the list may have changed before it is tapped. */
    static Address say(String step, String value) {
        return Address.of(SAY, step, digest(value));
    }

    static String digest(String value) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
