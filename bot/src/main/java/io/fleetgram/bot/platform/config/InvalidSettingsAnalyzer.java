package io.fleetgram.bot.platform.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells faulty settings as lines for people, without a stack trace. Found by {@code META-INF/spring.factories}. */
final class InvalidSettingsAnalyzer extends AbstractFailureAnalyzer<InvalidSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidSettings cause) {
        return new FailureAnalysis(
                String.join("\n", cause.faults()), "Correct the settings; docs/settings.md lists all of them.", cause);
    }
}
