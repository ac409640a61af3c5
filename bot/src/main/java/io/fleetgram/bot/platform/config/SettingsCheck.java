package io.fleetgram.bot.platform.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at every setting before anything else starts, and refuses to start with one line for each fault, all at once. A key
 * in a settings file or on the command line that is no setting is a fault too: misspelt, it would look as if it worked.
 *
 * <p>Found by {@code META-INF/spring.factories}; looks only when the controller's own main class starts.
 */
public final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var program = event.getSpringApplication().getMainApplicationClass();
        if (program == null || !program.getPackageName().equals(SettingsRecord.ROOT)) {
            return;
        }
        var faults = faults(event.getEnvironment());
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }

    /** Returns a line for each fault, none twice. */
    public static List<String> faults(ConfigurableEnvironment environment) {
        var faults = new LinkedHashSet<String>();
        var given = GivenSettings.in(environment);
        var records = SettingsRecord.all();
        faults.addAll(given.unknown(records));
        for (var each : records) {
            if (fault(each, new Binder(ConfigurationPropertySources.get(environment)), faults)) {
                alone(each, given, faults);
            }
        }
        return List.copyOf(faults);
    }

    /** A record tells its first fault only, so each of its values is tried beside standard ones. */
    private static void alone(SettingsRecord each, GivenSettings given, Set<String> faults) {
        for (var setting : each.settings()) {
            var value = given.below(setting.name());
            if (!value.isEmpty()) {
                fault(each, new Binder(new MapConfigurationPropertySource(value)), faults);
            }
        }
    }

    private static boolean fault(SettingsRecord each, Binder binder, Set<String> faults) {
        return each.fault(binder).map(faults::add).isPresent();
    }
}
