package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.process.Hosting;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.process.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The core as a systemd unit. */
@Timeout(180)
class HostedCoreIT {

    @TempDir
    Path directory;

    /** Does with a unit file what systemd would, as far as the agent asks for it. */
    private static final String SYSTEMCTL = """
        #!/bin/bash
        here=$(dirname "$0")
        echo "$*" >> "$here/asked"
        case $1 in
          restart)
            unit=$here/$2
            eval "words=($(sed -n 's/^ExecStart=//p' "$unit"))"
            out=$(sed -n 's/^StandardOutput=append://p' "$unit")
            setsid "${words[@]}" < /dev/null >> "$out" 2>&1 &
            echo $! > "$here/pid" ;;
          show) cat "$here/pid" ;;
          stop) kill "$(cat "$here/pid")" ;;
        esac
        """;

    @Test
    void the_core_is_started_stopped_restarted_after_a_death_and_adopted_through_systemctl() throws Exception {
        var systemctl = directory.resolve("systemctl");
        Files.writeString(systemctl, SYSTEMCTL);
        Files.setPosixFilePermissions(systemctl, PosixFilePermissions.fromString("rwxr-xr-x"));
        livesAsUnit(new Hosting.Unit(directory.resolve("fleetgram-core.service"), systemctl.toString()));
        assertThat(Files.readAllLines(directory.resolve("asked")))
                .startsWith("daemon-reload", "restart fleetgram-core.service")
                .endsWith("stop fleetgram-core.service");
    }

    @Test
    void a_running_systemd_does_the_same() throws Exception {
        Need.of(RealPart.SYSTEMD, Installed.runningSystemd());
        var unit = Hosting.Unit.named("fleetgram-test-" + UUID.randomUUID() + ".service");
        try {
            livesAsUnit(unit);
        } finally {
            Files.deleteIfExists(unit.file());
        }
    }

    private void livesAsUnit(Hosting.Unit unit) throws Exception {
        try (var tester = new CoreTester(Cores.best(), directory.resolve("core"))) {
            tester.become(new Hosting(Optional.of(unit), Optional.empty()));
            tester.give("anna");
            assertThat(tester.converged().failedEntries()).isEmpty();
            long first = tester.pid();

            tester.becomeTheNextAgent();
            tester.converged();
            assertThat(tester.pid()).as("adopted").isEqualTo(first);

            CoreContract.signal("KILL", first);
            Eventually.is(
                    "another core runs and answers",
                    () -> tester.core()
                                    .identity()
                                    .filter(core -> core.pid() != first)
                                    .isPresent()
                            && tester.core().readCounters() instanceof CounterReading.Read);
            long second = tester.pid();
            tester.supervisor().stop("the test wants it so");
            assertThat(SupervisionContract.isAlive(second)).isFalse();
        }
    }
}
