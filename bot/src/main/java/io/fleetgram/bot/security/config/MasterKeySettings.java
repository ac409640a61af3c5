package io.fleetgram.bot.security.config;

import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that secrets in the database are sealed with.
 *
 * @param masterKey Base64 of 32 random bytes; without it nothing that was sealed can be opened again
 * @param formerMasterKeys keys used before, which still open what they sealed
 */
@ConfigurationProperties("fleetgram.security")
public record MasterKeySettings(
        @DefaultValue("") String masterKey, @DefaultValue List<String> formerMasterKeys) {

    private static final int KEY_BYTES = 32;

    public MasterKeySettings {
        formerMasterKeys = List.copyOf(formerMasterKeys);
        if (masterKey.isBlank()) {
            throw new IllegalArgumentException(
                    "fleetgram.security.master-key is not set: make one with `openssl rand -base64 32` and keep a copy,"
                            + " because without it the secrets in the database cannot be opened");
        }
        check("fleetgram.security.master-key", masterKey);
        formerMasterKeys.forEach(key -> check("an entry of fleetgram.security.former-master-keys", key));
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "MasterKeySettings[1 current, %d former]".formatted(formerMasterKeys.size());
    }

    private static void check(String setting, String base64) {
        if (lengthOf(base64) != KEY_BYTES) {
            throw new IllegalArgumentException(
                    setting + " is not the Base64 form of 32 bytes; `openssl rand -base64 32` makes one");
        }
    }

    private static int lengthOf(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip()).length;
        } catch (IllegalArgumentException notBase64) {
            return 0;
        }
    }
}
