package io.fleetgram.bot.subscription.config;

import io.fleetgram.bot.subscription.Profile;
import io.fleetgram.bot.subscription.SubscriptionLinks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Turns the settings into what subscriptions are made with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubscriptionSettings.class)
class SubscriptionConfiguration {

    @Bean
    SubscriptionLinks subscriptionLinks(SubscriptionSettings settings) {
        return new SubscriptionLinks(settings.publicUrl());
    }

    @Bean
    Profile subscriptionProfile(SubscriptionSettings settings) {
        return new Profile(settings.title(), settings.updateHours());
    }
}
