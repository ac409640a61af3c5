package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.security.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keeps the words of secret messages sealed while they wait. */
public final class SecretWords {

    private static final String PURPOSE = "telegram.secret-message";

    private final Sealer sealer;

    public SecretWords(Sealer sealer) {
        this.sealer = sealer;
    }

    String seal(String words) {
        return Base64.getEncoder().encodeToString(sealer.seal(PURPOSE, words.getBytes(StandardCharsets.UTF_8)));
    }

    String open(String sealed) {
        return new String(sealer.open(PURPOSE, Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }
}
