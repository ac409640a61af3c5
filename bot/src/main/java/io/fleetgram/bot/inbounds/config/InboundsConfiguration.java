package io.fleetgram.bot.inbounds.config;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.inbounds.Presets;
import io.fleetgram.bot.inbounds.app.FirstInbounds;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.sync.DesiredState;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the presets, and runs the first start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundsSettings.class)
class InboundsConfiguration {

    @Bean
    Presets inboundPresets(RandomKeys random) {
        return new Presets(random);
    }

    @Bean
    ApplicationRunner firstInbounds(
            DesiredState desiredState, Inbounds inbounds, Audit audit, Presets presets, InboundsSettings settings) {
        var first = new FirstInbounds(desiredState, inbounds, audit);
        return arguments -> first.addIfNone(() -> List.of(
                presets.vlessTcp(settings.vlessTcpPort()),
                presets.vlessReality(settings.realityPort(), settings.realityTarget(), settings.realityServerNames())));
    }
}
