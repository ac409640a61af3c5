package io.fleetgram.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.process.CoreKind;
import io.fleetgram.agent.settings.SettingsReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows A11 for the settings. */
class SettingsReaderTest {

    private static final String BEGIN = "<!-- agent: made from the code -->\n";
    private static final String END = "<!-- end of agent -->\n";

    @TempDir
    Path directory;

    @Test
    void every_standard_value_is_allowed_by_its_own_form() {
        assertThat(AgentSettings.ALL)
                .allSatisfy(setting -> assertThat(setting.form().reader().apply(setting.standard()))
                        .isPresent());
    }

    @Test
    void without_any_source_the_standard_values_hold() throws IOException {
        var settings = read("", Map.of(), Map.of());
        assertThat(settings.directory()).isEqualTo(Path.of("/var/lib/fleetgram-agent"));
        assertThat(settings.coreExecutable()).isEmpty();
        assertThat(settings.coreKind()).isEqualTo(CoreKind.AUTO);
        assertThat(settings.meterInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void flags_win_over_variables_and_variables_over_the_file() throws IOException {
        var settings = read(
                "meter.interval=3s\nreport.interval=30s\ndrift.interval = 1m\n",
                Map.of("FLEETGRAM_AGENT_METER_INTERVAL", "4s", "FLEETGRAM_AGENT_REPORT_INTERVAL", "40s"),
                Map.of("meter.interval", "500ms"));
        assertThat(settings.meterInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.reportInterval()).isEqualTo(Duration.ofSeconds(40));
        assertThat(settings.driftInterval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void every_fault_has_its_own_line_that_says_what_where_and_what_to_do() throws IOException {
        var file = file("meter.intervall=2s\nprobe.port=70000\ncore.kind=sing-box\n");
        var reading = SettingsReader.read(
                Optional.of(file), Map.of("FLEETGRAM_AGENT_DIRECTORY", "here"), Map.of("poll.wait", "51s"));
        assertThat(reading)
                .isEqualTo(
                        new Reading.Faulty(
                                List.of(
                                        file
                                                + ": there is no setting \"meter.intervall\"; did you mean \"meter.interval\"?",
                                        "environment variable FLEETGRAM_AGENT_DIRECTORY: directory is \"here\", but must be an absolute path;"
                                                + " leave it out for /var/lib/fleetgram-agent",
                                        file
                                                + ": core.kind is \"sing-box\", but must be one of auto, xray, v2ray; leave it out for auto",
                                        "flag --poll.wait: poll.wait is \"51s\", but must be a duration from 1s to 50s; leave it out for 50s",
                                        file
                                                + ": probe.port is \"70000\", but must be a number from 0 to 65535; leave it out for 10187")));
    }

    @Test
    void a_variable_that_no_setting_has_is_refused_and_others_are_not_looked_at() {
        var reading = SettingsReader.read(
                Optional.empty(), Map.of("FLEETGRAM_AGENT_FOO", "1", "FLEETGRAM_XRAY", "/x"), Map.of());
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .asString()
                                .contains("FLEETGRAM_AGENT_FOO"));
    }

    @Test
    void each_setting_says_where_it_comes_from() throws IOException {
        var file = file("meter.interval=3s\n");
        var reading = (Reading.Read) SettingsReader.read(
                Optional.of(file), Map.of("FLEETGRAM_AGENT_POLL_WAIT", "4s"), Map.of("drift.interval", "1m"));
        assertThat(reading.effective())
                .hasSameSizeAs(AgentSettings.ALL)
                .contains(
                        new EffectiveSetting("meter.interval", "3s", file.toString()),
                        new EffectiveSetting("poll.wait", "4s", "environment variable FLEETGRAM_AGENT_POLL_WAIT"),
                        new EffectiveSetting("drift.interval", "1m", "flag --drift.interval"),
                        new EffectiveSetting("report.interval", "10s", "default"));
    }

    @Test
    void a_file_that_was_named_and_is_not_there_is_a_fault() {
        var missing = directory.resolve("none");
        assertThat(SettingsReader.read(Optional.of(missing), Map.of(), Map.of()))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .asString()
                                .startsWith(missing.toString()));
    }

    @Test
    void the_documentation_is_made_from_the_settings() throws IOException {
        var page = Path.of(System.getProperty("fleetgram.root"), "docs", "settings.md");
        var text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("renew")) {
            Files.writeString(page, text.substring(0, from) + SettingsPage.markdown() + text.substring(to));
        }
        assertThat(Files.readString(page))
                .as("docs/settings.md; -Drenew=true renews it")
                .contains(BEGIN + SettingsPage.markdown() + END);
    }

    private AgentSettings read(String file, Map<String, String> environment, Map<String, String> flags)
            throws IOException {
        var reading = SettingsReader.read(Optional.of(file(file)), environment, flags);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).settings();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("agent.properties"), content);
    }
}
