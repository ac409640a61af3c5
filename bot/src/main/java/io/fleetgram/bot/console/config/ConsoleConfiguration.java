package io.fleetgram.bot.console.config;

import io.fleetgram.bot.console.Product;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the console what it is a console of. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    /** Classes that were not packaged, as in a developer's run, have no build information. */
    @Bean
    Product product(ObjectProvider<BuildProperties> build) {
        var known = build.getIfAvailable();
        return new Product(known == null || known.getVersion() == null ? "development" : known.getVersion());
    }
}
