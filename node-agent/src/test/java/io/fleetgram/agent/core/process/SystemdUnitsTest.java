package io.fleetgram.agent.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.process.Command;
import io.fleetgram.parts.process.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd itself thinks of the units; it says nothing about good ones. */
class SystemdUnitsTest {

    private static final Path UNITS = Path.of(System.getProperty("fleetgram.root"), "deploy", "systemd");

    @TempDir
    Path directory;

    @Test
    void the_agents_unit_is_good_alone_and_with_the_drop_in_for_a_core_that_is_a_unit() throws IOException {
        var unit = directory.resolve("fleetgram-agent.service");
        Files.writeString(
                unit,
                Files.readString(UNITS.resolve("fleetgram-agent.service"))
                        .replace(
                                "/usr/lib/fleetgram-agent/bin/fleetgram-agent",
                                program().toString()));
        assertVerified(unit);
        var dropIns = Files.createDirectory(directory.resolve("fleetgram-agent.service.d"));
        Files.copy(UNITS.resolve("fleetgram-agent.service.d/core-as-unit.conf"), dropIns.resolve("core-as-unit.conf"));
        assertVerified(unit);
    }

    @Test
    void the_agent_is_stopped_without_its_core_and_neither_falls_with_the_other() throws IOException {
        assertThat(Files.readAllLines(UNITS.resolve("fleetgram-agent.service")))
                .contains("KillMode=process", "OOMPolicy=continue", "RuntimeDirectoryPreserve=yes", "Restart=always");
    }

    @Test
    void the_cores_unit_is_good_whatever_signs_its_paths_have() throws IOException {
        var root = Files.createDirectories(directory.resolve("a %h $HOME core"));
        var executable = program(root.resolve("the core"));
        for (var dialect : Dialect.values()) {
            var text = new UnitText(
                            new CoreCommand(new CoreProgram(executable, dialect, "1")),
                            new CoreDirectory(directory.resolve("core")),
                            Duration.ofSeconds(5))
                    .of(directory.resolve("core/running.json"));
            assertThat(text).contains("Restart=no", "running.json\"");
            var unit = directory.resolve("fleetgram-core.service");
            Files.writeString(unit, text);
            assertVerified(unit);
        }
    }

    /** Of what it says about other units of this machine nothing counts. */
    private static void assertVerified(Path unit) {
        var program = Need.of(RealPart.SYSTEMD_ANALYZE, Installed.systemdAnalyze());
        var ended = Command.of(program.toString(), "verify", "--man=no", unit.toString())
                .run(Duration.ofMinutes(1));
        assertThat(ended.output()).as(unit.toString()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    private Path program() throws IOException {
        return program(directory.resolve("program"));
    }

    private static Path program(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
