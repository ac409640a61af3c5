package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.process.OwnCore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is the same whichever core it is, and is therefore tried on the real ones only. */
abstract class RealSupervisionContract extends SupervisionContract {

    @Test
    void an_adopted_core_that_dies_is_started_again_too() throws Exception {
        tester.becomeTheNextAgent();
        tester.converged();
        long pid = tester.pid();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_core_of_which_nothing_is_written_down_is_ended_before_another_is_started() throws IOException {
        long pid = tester.pid();
        Files.delete(directory.resolve("core.process"));
        tester.becomeTheNextAgent();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(tester.pid()).isNotEqualTo(pid);
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_core_that_hung_while_nobody_watched_is_replaced() throws Exception {
        long pid = tester.pid();
        CoreContract.signal("STOP", pid);
        tester.becomeTheNextAgent();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void two_agents_never_own_one_core() throws IOException {
        assertThat(tester.open())
                .isEqualTo(new OwnCore.Opening.Occupied(
                        Long.toString(ProcessHandle.current().pid())));
    }

    @Test
    void the_core_lives_in_a_session_of_its_own_with_files_for_its_output() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + tester.pid() + "/stat"));
        var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        assertThat(words[3]).as("session").isEqualTo(Long.toString(tester.pid()));
        for (var output : List.of("1", "2")) {
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + tester.pid() + "/fd/" + output)))
                    .isEqualTo(directory.resolve("core.output").toRealPath());
        }
    }

    @Test
    void only_the_owner_reads_what_the_agent_writes_down() throws IOException {
        for (var name : List.of("configuration.json", "running.json", "running.content", "core.process")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_inbound_whose_port_another_program_has_fails_alone_until_the_port_is_free() throws IOException {
        long pid = tester.pid();
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            tester.offer("k2", "second", other.getLocalPort());
            tester.give("bert");
            var converged = tester.converged();
            assertThat(converged.failedEntries()).extracting(FailedEntry::key).containsExactly("i/k2");
            assertThat(converged.failedEntries().get(0).reason()).contains("is taken by another program");
            assertThat(isServed("bert")).isTrue();
            assertThat(tester.pid()).isEqualTo(pid);
        }
        assertThat(tester.converged().failedEntries()).isEmpty();
        assertThat(tester.pid()).isNotEqualTo(pid);
    }

    @Test
    void a_core_whose_api_port_somebody_took_gets_another_one() throws Exception {
        int port = apiPort();
        tester.supervisor().stop("the test wants it so");
        try (var other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Eventually.is("the core runs again", () -> tester.converge() instanceof Convergence.Converged);
            assertThat(apiPort()).isNotEqualTo(other.getLocalPort());
        }
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void listeners_are_told_of_every_run() throws Exception {
        var told = new ArrayList<Long>();
        tester.supervisor().whenStarted(identity -> {
            synchronized (told) {
                told.add(identity.pid());
            }
        });
        long pid = tester.pid();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        Eventually.is("the listener knows the new run", () -> {
            synchronized (told) {
                return told.equals(List.of(tester.pid()));
            }
        });
    }

    private int apiPort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(directory.resolve("core.process")).get(1));
    }
}
