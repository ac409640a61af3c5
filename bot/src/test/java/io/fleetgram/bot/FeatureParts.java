package io.fleetgram.bot;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Inbounds, accounts and their audit, for a {@link TestController}. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage(basePackages = "io.fleetgram.bot")
@ComponentScan({"io.fleetgram.bot.audit", "io.fleetgram.bot.inbounds", "io.fleetgram.bot.accounts"})
@ImportAutoConfiguration(DataJdbcRepositoriesAutoConfiguration.class)
public class FeatureParts {}
