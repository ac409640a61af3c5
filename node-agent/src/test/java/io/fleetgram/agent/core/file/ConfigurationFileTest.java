package io.fleetgram.agent.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Configurations.Written;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Ports.Availability;
import io.fleetgram.agent.core.Reach;
import io.fleetgram.agent.core.StartedWith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    private static final Configuration GOLDEN = GoldenConfiguration.of(Dialect.V2RAY);

    @TempDir
    Path directory;

    private final HandScheduler scheduler = new HandScheduler();
    private final Set<Integer> taken = new HashSet<>();
    private Trial.Verdict verdict = new Trial.Verdict.Passed();
    private Optional<CoreRun> running = Optional.empty();
    private int freePort = 1_000;

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void an_accepted_configuration_is_what_the_core_is_started_with() throws IOException {
        var file = file(Dialect.V2RAY);
        assertThat(file.forStart()).isEmpty();
        assertThat(file.write(GOLDEN)).isEqualTo(new Written.Accepted());
        var ready = file.forStart().orElseThrow();
        assertThat(ready).isEqualTo(new Configurations.Ready(directory.resolve("running.json"), 1_000));
        assertThat(Files.readString(ready.file())).contains("\"anna.k1\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ready.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_refused_configuration_leaves_the_old_one_in_place() {
        var file = file(Dialect.V2RAY);
        file.write(GOLDEN);
        verdict = new Trial.Verdict.Refused("unknown cipher");
        assertThat(file.write(new Configuration(List.of()))).isEqualTo(new Written.Refused("unknown cipher"));
        verdict = new Trial.Verdict.Passed();
        file.forStart();
        assertThat(file.startedWith().orElseThrow().listeners()).containsKey("vless-in");
    }

    @Test
    void what_the_core_was_started_with_stays_known_while_the_next_configuration_differs() {
        var file = file(Dialect.V2RAY);
        file.write(GOLDEN);
        file.forStart();
        file.write(new Configuration(List.of()));
        var inbound = GOLDEN.inbounds().get(1);
        var started = file(Dialect.V2RAY).startedWith().orElseThrow();
        assertThat(started.listeners())
                .hasSize(3)
                .containsEntry(
                        "vmess-in",
                        new StartedWith.Listener(18444, inbound.inbound().fingerprint()));
        assertThat(started.users()).containsEntry("vmess-in", inbound.users());
    }

    @Test
    void users_are_not_written_twice_for_a_core_that_lists_them() {
        var file = file(Dialect.XRAY);
        file.write(GoldenConfiguration.of(Dialect.XRAY));
        file.forStart();
        assertThat(file.startedWith().orElseThrow().users()).isEqualTo(Map.of());
    }

    @Test
    void a_start_writes_first_what_was_to_be_written_soon() {
        var file = file(Dialect.V2RAY);
        file.write(new Configuration(List.of()));
        file.writeSoon(GOLDEN);
        file.forStart();
        assertThat(file.startedWith().orElseThrow().listeners()).hasSize(3);
    }

    @Test
    void asking_whether_a_configuration_would_be_refused_installs_nothing() {
        var file = file(Dialect.V2RAY);
        assertThat(file.refusal(GOLDEN)).isEmpty();
        verdict = new Trial.Verdict.Refused("no");
        assertThat(file.refusal(GOLDEN)).contains("no");
        assertThat(file.forStart()).isEmpty();
    }

    @Test
    void the_api_keeps_its_port_unless_somebody_else_has_it() {
        var file = file(Dialect.V2RAY);
        file.write(GOLDEN);
        assertThat(portAfterWriting(file)).isEqualTo(1_000);

        taken.add(1_000);
        running = Optional.of(
                new CoreRun(new CoreIdentity("b", 1, 1), new CoreProgram(directory, Dialect.V2RAY, "4"), 1_000));
        assertThat(portAfterWriting(file)).isEqualTo(1_000);

        running = Optional.empty();
        assertThat(portAfterWriting(file)).isEqualTo(1_001);
    }

    @Test
    void a_directory_that_cannot_be_written_says_nothing_about_the_configuration() throws IOException {
        var nowhere = new ConfigurationFile(
                new CoreDirectory(directory.resolve("missing")),
                Dialect.V2RAY,
                Reach.CORES_OWN_RULES,
                new ApiPort((address, port) -> Availability.FREE, Optional::empty, () -> 1),
                configuration -> new Trial.Verdict.Passed(),
                new WritingTiming(WritingDelays.DEFAULT, () -> Duration.ZERO, scheduler));
        assertThat(nowhere.write(GOLDEN))
                .isInstanceOfSatisfying(
                        Written.NotWritten.class,
                        not -> assertThat(not.why()).startsWith("the configuration file could not be written in"));
    }

    private static int portAfterWriting(ConfigurationFile file) {
        file.write(GOLDEN);
        return file.forStart().orElseThrow().apiPort();
    }

    private ConfigurationFile file(Dialect dialect) {
        return new ConfigurationFile(
                new CoreDirectory(directory),
                dialect,
                Reach.CORES_OWN_RULES,
                new ApiPort(
                        (address, port) -> taken.contains(port) ? Availability.TAKEN : Availability.FREE,
                        () -> running,
                        () -> freePort++),
                configuration -> verdict,
                new WritingTiming(WritingDelays.DEFAULT, () -> Duration.ZERO, scheduler));
    }
}
