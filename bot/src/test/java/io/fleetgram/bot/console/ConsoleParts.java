package io.fleetgram.bot.console;

import io.fleetgram.bot.FeatureParts;
import io.fleetgram.bot.SeededRandom;
import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.LiveScreens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Every screen of the product on a real database, at one moment and with repeatable keys. */
@Configuration(proxyBeanMethods = false)
@Import(FeatureParts.class)
@ComponentScan({"io.fleetgram.bot.console", "io.fleetgram.bot.subscription"})
public class ConsoleParts {

    public static final Instant NOW = Instant.parse("2026-11-20T14:03:22Z");

    @Bean
    @Primary
    InstantSource stillTime() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    @Primary
    RandomKeys repeatableKeys() {
        return SeededRandom.keys(20261120);
    }

    @Bean
    RedrawnScreens redrawnScreens() {
        return new RedrawnScreens();
    }

    /** Remembers which screens were to be redrawn. */
    public static final class RedrawnScreens implements LiveScreens {

        private final Set<Address> addresses = ConcurrentHashMap.newKeySet();

        @Override
        public void changed(Address address) {
            addresses.add(address);
        }

        public Set<Address> addresses() {
            return Set.copyOf(addresses);
        }
    }

    @Bean
    @Primary
    ProcessName someController() {
        return new ProcessName("control-1-abcdef");
    }
}
