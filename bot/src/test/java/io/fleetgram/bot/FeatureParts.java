package io.fleetgram.bot;

import io.fleetgram.bot.audit.Audit;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Inbounds, accounts and subscriptions, for a {@link TestController}. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage(basePackages = "io.fleetgram.bot")
@ComponentScan({
    "io.fleetgram.bot.inbounds",
    "io.fleetgram.bot.accounts.app",
    "io.fleetgram.bot.accounts.grpc",
    "io.fleetgram.bot.accounts.jdbc",
    "io.fleetgram.bot.subscription.jdbc"
})
@ImportAutoConfiguration(DataJdbcRepositoriesAutoConfiguration.class)
public class FeatureParts {

    @Bean
    RecordedAudit audit() {
        return new RecordedAudit();
    }

    /** Returns the audit of a controller that was started with these parts. */
    public static RecordedAudit auditOf(TestController controller) {
        return (RecordedAudit) controller.get(Audit.class);
    }
}
