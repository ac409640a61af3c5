package io.fleetgram.bot.scheduling;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs that count their runs: one for all controllers, one on each, one that fails while it is told to. */
@Configuration(proxyBeanMethods = false)
public class CountingJobs {

    /** What the jobs of one controller did. */
    public static final class Counts {
        public final AtomicInteger common = new AtomicInteger();
        public final AtomicInteger local = new AtomicInteger();
        public final AtomicBoolean fails = new AtomicBoolean();
    }

    @Bean
    Counts counts() {
        return new Counts();
    }

    @Bean
    Job common(Counts counts) {
        return job(Declaration.every("common", Duration.ofMillis(300)), () -> {
            counts.common.incrementAndGet();
            return Outcome.did(3);
        });
    }

    @Bean
    Job local(Counts counts) {
        return job(
                Declaration.every("local", Duration.ofMillis(300)).onEveryController(),
                () -> Outcome.did(counts.local.incrementAndGet()));
    }

    @Bean
    Job shaky(Counts counts) {
        return job(Declaration.every("shaky", Duration.ofHours(1)).alertAfterFailures(2), () -> {
            if (counts.fails.get()) {
                throw new IllegalStateException("shaky on purpose");
            }
            return Outcome.did(0);
        });
    }

    private static Job job(Declaration declaration, java.util.function.Supplier<Outcome> work) {
        return new Job() {
            @Override
            public Declaration declare() {
                return declaration;
            }

            @Override
            public Outcome run() {
                return work.get();
            }
        };
    }
}
