package io.fleetgram.bot.security.config;

import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.security.Operators;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operators: the owners from the settings, who may do everything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnersSettings.class)
class OperatorsConfiguration {

    @Bean
    Operators operators(OwnersSettings settings) {
        return id -> settings.owners().contains(id)
                ? Optional.of(new Operator(id, EnumSet.allOf(Capability.class)))
                : Optional.empty();
    }
}
