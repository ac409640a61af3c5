package io.fleetgram.bot.security.config;

import io.fleetgram.bot.security.Sealer;
import io.fleetgram.bot.security.crypto.AesGcmSealer;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sealing, and the randomness that keys and certificates are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MasterKeySettings.class)
class IdentityConfiguration {

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Sealer sealer(MasterKeySettings settings, SecureRandom random) {
        return AesGcmSealer.of(settings.masterKey(), settings.formerMasterKeys(), random);
    }
}
