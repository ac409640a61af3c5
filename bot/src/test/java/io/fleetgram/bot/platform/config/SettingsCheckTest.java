package io.fleetgram.bot.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTest {

    private static final Map<String, Object> GOOD = Map.of("fleetgram.security.master-key", TestController.MASTER_KEY);

    @Test
    void good_settings_have_no_fault() {
        assertThat(SettingsCheck.faults(environment(Map.of()))).isEmpty();
        assertThat(SettingsCheck.faults(environment(Map.of(
                        "fleetgram.telegram.owners[0]", "7",
                        "fleetgram.telegram.owners[1]", "8",
                        "fleetgram.commands.kept", "10d"))))
                .isEmpty();
    }

    @Test
    void every_fault_has_its_own_line_also_those_of_one_feature() {
        var faults = SettingsCheck.faults(environment(Map.of(
                "fleetgram.database.pool-size", "1000",
                "fleetgram.database.url", "jdbc:mysql://x",
                "fleetgram.agents.port", "eight",
                "fleetgram.commands.kept", "1h",
                "fleetgram.commands.pending-for", "1s",
                "fleetgram.telegram.owners", "-5")));
        assertThat(faults)
                .anySatisfy(line -> assertThat(line).contains("fleetgram.database.pool-size", "2 to 200"))
                .anySatisfy(line -> assertThat(line).contains("fleetgram.database.url"))
                .contains("fleetgram.agents.port is \"eight\", which is no whole number")
                .contains("fleetgram.commands.kept is from 1d to 365d")
                .contains("fleetgram.commands.pending-for is from 10s to 24h")
                .anySatisfy(line -> assertThat(line).contains("fleetgram.telegram.owners", "-5"))
                .hasSize(6);
    }

    @Test
    void a_missing_master_key_is_told_once() {
        assertThat(SettingsCheck.faults(new StandardEnvironment()))
                .singleElement()
                .asString()
                .startsWith("fleetgram.security.master-key is not set");
    }

    @Test
    void a_misspelt_key_is_refused_with_the_one_that_was_meant_but_not_other_programs_variables() {
        var environment = environment(Map.of("fleetgram.database.pol-size", "10", "fleetgram.colour", "green"));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("FLEETGRAM_XRAY", "/usr/bin/xray")));
        assertThat(SettingsCheck.faults(environment))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .endsWith("there is no setting \"fleetgram.database.pol-size\";"
                                + " did you mean \"fleetgram.database.pool-size\"?"))
                .anySatisfy(line -> assertThat(line)
                        .endsWith("there is no setting \"fleetgram.colour\"; docs/settings.md lists them all"));
    }

    @Test
    void it_looks_when_the_controller_starts_and_its_faults_are_told_as_lines() {
        assertThat(new SpringApplication(Object.class).getListeners()).hasAtLeastOneElementOfType(SettingsCheck.class);
        var told = new InvalidSettingsAnalyzer().analyze(new InvalidSettings(List.of("one", "two")));
        assertThat(told.getDescription()).isEqualTo("one\ntwo");
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        var all = new LinkedHashMap<>(GOOD);
        all.putAll(settings);
        environment.getPropertySources().addFirst(new MapPropertySource("given", all));
        return environment;
    }
}
